-- schema.sql - the content database. The compiler writes it once; the app only reads it.
--
-- Every table of docs/CONTENT.md has a base table (what is the same in all languages) and, where it
-- has texts, a `<table>_text` with one row a language. tables.c describes the same columns for the
-- compiler; tests/content/test_schema.c holds the two together.
--
-- Dates are EDTF strings as in the sources. A date that is sorted or filtered by also has
--   <date>_sort  edtf_sort_key(): start, then precision, then end
--   <date>_from  first year;  <date>_to  last year, 9999 for an open range.
-- `locale` is a tag of i18n/locale.h; the compiler writes one row for each.
-- A value that the source does not give is NULL; an absent text is ''.
-- `record` and `subject` hold table/id of any table; the compiler has checked that it exists.

PRAGMA application_id = 1315009141; -- "Naru"
PRAGMA user_version = 8;

-- One row a fact about the database itself: home (city id), content_hash, original (the tag of the
-- language that was written first).
CREATE TABLE info (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Documents the content comes from, and their sections in the order of the document.
CREATE TABLE sources (
    id TEXT PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL,
    date TEXT
) STRICT;
CREATE TABLE sources_text (
    id TEXT NOT NULL REFERENCES sources (id),
    locale TEXT NOT NULL CHECK (locale <> ''),
    title TEXT NOT NULL,
    publisher TEXT NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (id, locale)
) STRICT, WITHOUT ROWID;

CREATE TABLE sections (
    id TEXT PRIMARY KEY NOT NULL,
    source_id TEXT NOT NULL REFERENCES sources (id),
    position INTEGER NOT NULL,
    speaker TEXT REFERENCES people (id)
) STRICT;
CREATE TABLE sections_text (
    id TEXT NOT NULL REFERENCES sections (id),
    locale TEXT NOT NULL CHECK (locale <> ''),
    title TEXT NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (id, locale)
) STRICT, WITHOUT ROWID;

-- Persons who are quoted or took part. `written`: the name exactly as the source has it.
CREATE TABLE people (
    id TEXT PRIMARY KEY NOT NULL,
    position INTEGER NOT NULL,
    written TEXT,
    reading_ja TEXT,
    source TEXT NOT NULL REFERENCES sections (id)
) STRICT;
CREATE TABLE people_text (
    id TEXT NOT NULL REFERENCES people (id),
    locale TEXT NOT NULL CHECK (locale <> ''),
    name TEXT NOT NULL,
    organisation TEXT NOT NULL,
    role TEXT NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (id, locale)
) STRICT, WITHOUT ROWID;

-- ids are ISO 3166-1 alpha-2 in lower case.
CREATE TABLE countries (
    id TEXT PRIMARY KEY NOT NULL,
    reading_ja TEXT,
    source TEXT NOT NULL REFERENCES sections (id)
) STRICT;
CREATE TABLE countries_text (
    id TEXT NOT NULL REFERENCES countries (id),
    locale TEXT NOT NULL CHECK (locale <> ''),
    name TEXT NOT NULL,
    PRIMARY KEY (id, locale)
) STRICT, WITHOUT ROWID;

-- Every place: the home city, its partners, and places that are only mentioned.
CREATE TABLE cities (
    id TEXT PRIMARY KEY NOT NULL,
    country TEXT NOT NULL REFERENCES countries (id),
    kind TEXT NOT NULL,
    role TEXT NOT NULL,
    position INTEGER,
    latitude REAL CHECK (latitude BETWEEN -90 AND 90),    -- degrees, WGS 84
    longitude REAL CHECK (longitude BETWEEN -180 AND 180),
    time_zone TEXT, -- of IANA
    written TEXT,
    reading_ja TEXT,
    source TEXT NOT NULL REFERENCES sections (id)
) STRICT;
CREATE TABLE cities_text (
    id TEXT NOT NULL REFERENCES cities (id),
    locale TEXT NOT NULL CHECK (locale <> ''),
    name TEXT NOT NULL,
    region TEXT NOT NULL,
    lead TEXT NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (id, locale)
) STRICT, WITHOUT ROWID;

-- Other names of a record in any script: old spellings, hanja, romanisations, aliases.
CREATE TABLE names (
    record TEXT NOT NULL,
    lang TEXT NOT NULL,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    source TEXT NOT NULL REFERENCES sections (id)
) STRICT;
CREATE INDEX names_by_record ON names (record);

-- What two cities have with each other. `city` is the home side.
CREATE TABLE relations (
    id TEXT PRIMARY KEY NOT NULL,
    city TEXT NOT NULL REFERENCES cities (id),
    partner TEXT NOT NULL REFERENCES cities (id),
    kind TEXT NOT NULL,
    since TEXT,
    status TEXT NOT NULL,
    position INTEGER,
    source TEXT NOT NULL REFERENCES sections (id)
) STRICT;
CREATE INDEX relations_by_partner ON relations (partner);
CREATE TABLE relations_text (
    id TEXT NOT NULL REFERENCES relations (id),
    locale TEXT NOT NULL CHECK (locale <> ''),
    background TEXT NOT NULL,
    reason TEXT NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (id, locale)
) STRICT, WITHOUT ROWID;

-- What happened. `count` is all visits, `outbound` those from the home city, `inbound` those to it.
CREATE TABLE events (
    id TEXT PRIMARY KEY NOT NULL,
    city TEXT NOT NULL REFERENCES cities (id),
    relation TEXT REFERENCES relations (id),
    date TEXT NOT NULL,
    kind TEXT NOT NULL,
    count INTEGER,
    outbound INTEGER,
    inbound INTEGER,
    position INTEGER,
    source TEXT NOT NULL REFERENCES sections (id),
    date_sort INTEGER NOT NULL,
    date_from INTEGER NOT NULL,
    date_to INTEGER NOT NULL
) STRICT;
CREATE TABLE events_text (
    id TEXT NOT NULL REFERENCES events (id),
    locale TEXT NOT NULL CHECK (locale <> ''),
    title TEXT NOT NULL,
    detail TEXT NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (id, locale)
) STRICT, WITHOUT ROWID;

-- Statements about a record: where it lies, its climate, its problems.
CREATE TABLE facts (
    id TEXT PRIMARY KEY NOT NULL,
    subject TEXT NOT NULL,
    kind TEXT NOT NULL,
    position INTEGER,
    source TEXT NOT NULL REFERENCES sections (id)
) STRICT;
CREATE INDEX facts_by_subject ON facts (subject);
CREATE TABLE facts_text (
    id TEXT NOT NULL REFERENCES facts (id),
    locale TEXT NOT NULL CHECK (locale <> ''),
    text TEXT NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (id, locale)
) STRICT, WITHOUT ROWID;

-- Numbers, exactly as the source writes them: `value` and `percent` are text on purpose, so that
-- 149.10 stays 149.10. `total` is the figure this one is a part of, `percent_of` the one its
-- percentage refers to.
CREATE TABLE figures (
    id TEXT PRIMARY KEY NOT NULL,
    subject TEXT NOT NULL,
    "group" TEXT NOT NULL,
    position INTEGER NOT NULL,
    value TEXT NOT NULL,
    unit TEXT NOT NULL,
    written TEXT,
    as_of TEXT,
    total TEXT REFERENCES figures (id),
    percent TEXT,
    percent_of TEXT REFERENCES figures (id),
    country TEXT REFERENCES countries (id),
    source TEXT NOT NULL REFERENCES sections (id)
) STRICT;
CREATE INDEX figures_by_subject ON figures (subject, "group", position);
CREATE INDEX figures_by_total ON figures (total);
CREATE INDEX figures_by_percent_of ON figures (percent_of);
CREATE INDEX figures_by_country ON figures (country);
CREATE TABLE figures_text (
    id TEXT NOT NULL REFERENCES figures (id),
    locale TEXT NOT NULL CHECK (locale <> ''),
    label TEXT NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (id, locale)
) STRICT, WITHOUT ROWID;

CREATE TABLE schools (
    id TEXT PRIMARY KEY NOT NULL,
    country TEXT NOT NULL REFERENCES countries (id),
    city TEXT REFERENCES cities (id),
    level TEXT NOT NULL,
    position INTEGER,
    written TEXT NOT NULL,
    reading_ja TEXT,
    source TEXT NOT NULL REFERENCES sections (id)
) STRICT;
CREATE TABLE schools_text (
    id TEXT NOT NULL REFERENCES schools (id),
    locale TEXT NOT NULL CHECK (locale <> ''),
    name TEXT NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (id, locale)
) STRICT, WITHOUT ROWID;

CREATE TABLE school_links (
    id TEXT PRIMARY KEY NOT NULL,
    school TEXT NOT NULL REFERENCES schools (id),
    partner TEXT NOT NULL REFERENCES schools (id),
    date TEXT NOT NULL,
    position INTEGER,
    source TEXT NOT NULL REFERENCES sections (id),
    date_sort INTEGER NOT NULL,
    date_from INTEGER NOT NULL,
    date_to INTEGER NOT NULL
) STRICT;
CREATE TABLE school_links_text (
    id TEXT NOT NULL REFERENCES school_links (id),
    locale TEXT NOT NULL CHECK (locale <> ''),
    field TEXT NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (id, locale)
) STRICT, WITHOUT ROWID;

CREATE TABLE glossary (
    id TEXT PRIMARY KEY NOT NULL,
    category TEXT NOT NULL,
    reading_ja TEXT,
    roman_ja TEXT,
    roman_ko TEXT,
    hanja_ko TEXT,
    position INTEGER,
    source TEXT NOT NULL REFERENCES sections (id)
) STRICT;
CREATE TABLE glossary_text (
    id TEXT NOT NULL REFERENCES glossary (id),
    locale TEXT NOT NULL CHECK (locale <> ''),
    term TEXT NOT NULL,
    definition TEXT NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (id, locale)
) STRICT, WITHOUT ROWID;

-- `hangul_ja`: the Japanese sound in Hangul; `kana_ko`: the Korean sound in kana. In other languages
-- than the program's own a phrase is among the names (kind `local`).
CREATE TABLE phrases (
    id TEXT PRIMARY KEY NOT NULL,
    category TEXT NOT NULL,
    position INTEGER NOT NULL,
    reading_ja TEXT,
    roman_ja TEXT,
    roman_ko TEXT,
    hangul_ja TEXT,
    kana_ko TEXT,
    source TEXT NOT NULL REFERENCES sections (id)
) STRICT;
CREATE TABLE phrases_text (
    id TEXT NOT NULL REFERENCES phrases (id),
    locale TEXT NOT NULL CHECK (locale <> ''),
    text TEXT NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (id, locale)
) STRICT, WITHOUT ROWID;

-- `offset`: ISO 8601 durations before (-) or after the day of the visit, as the source has it;
-- `planned`: where it has none, what the planner takes. `visit`: the countries whose visitors need
-- the step, separated by commas. `letter`: the model for it.
CREATE TABLE checklists (
    id TEXT PRIMARY KEY NOT NULL,
    list TEXT NOT NULL,
    position INTEGER NOT NULL,
    offset TEXT,
    planned TEXT,
    visit TEXT,
    letter TEXT REFERENCES articles (id),
    source TEXT NOT NULL REFERENCES sections (id)
) STRICT;
CREATE INDEX checklists_by_list ON checklists (list, position);
CREATE TABLE checklists_text (
    id TEXT NOT NULL REFERENCES checklists (id),
    locale TEXT NOT NULL CHECK (locale <> ''),
    title TEXT NOT NULL,
    detail TEXT NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (id, locale)
) STRICT, WITHOUT ROWID;

-- Words for one concept, separated by |, or with a `use` the words that search adds to records of
-- a kind. Read when the search index is made.
CREATE TABLE synonyms (
    id TEXT PRIMARY KEY NOT NULL,
    use TEXT
) STRICT;
CREATE TABLE synonyms_text (
    id TEXT NOT NULL REFERENCES synonyms (id),
    locale TEXT NOT NULL CHECK (locale <> ''),
    terms TEXT NOT NULL,
    PRIMARY KEY (id, locale)
) STRICT, WITHOUT ROWID;

-- The words of columns that a city may add to, under `list`: event-kind, figure-group, unit,
-- language, term-category, phrase-category. `id` is list/word. A unit's name has a # where the number
-- stands and, where one and several differ, two forms parted by |. `form`: money (a unit whose large
-- amounts are read in words), glance (a group of figures on the city's own screen, too).
CREATE TABLE lists (
    id TEXT PRIMARY KEY NOT NULL,
    list TEXT NOT NULL,
    word TEXT NOT NULL,
    position INTEGER,
    form TEXT,
    tone TEXT
) STRICT;
CREATE TABLE lists_text (
    id TEXT NOT NULL REFERENCES lists (id),
    locale TEXT NOT NULL CHECK (locale <> ''),
    name TEXT NOT NULL,
    PRIMARY KEY (id, locale)
) STRICT, WITHOUT ROWID;

-- Days on which offices are closed, of the countries that the content knows. certainty: law (the rule
-- gives the day), computed (by a lunar calendar), announced, forecast.
CREATE TABLE holidays (
    id TEXT PRIMARY KEY NOT NULL,
    country TEXT NOT NULL REFERENCES countries (id),
    date TEXT NOT NULL,
    kind TEXT NOT NULL, -- holiday, substitute, citizens, election, closed
    certainty TEXT NOT NULL,
    source TEXT NOT NULL REFERENCES sections (id),
    date_sort INTEGER NOT NULL,
    date_from INTEGER NOT NULL,
    date_to INTEGER NOT NULL
) STRICT;
CREATE INDEX holidays_by_country ON holidays (country, date_sort);
CREATE TABLE holidays_text (
    id TEXT NOT NULL REFERENCES holidays (id),
    locale TEXT NOT NULL CHECK (locale <> ''),
    name TEXT NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (id, locale)
) STRICT, WITHOUT ROWID;

-- Whom to call in an emergency, in each country that the content knows. `number` as it is dialled.
CREATE TABLE emergency_numbers (
    id TEXT PRIMARY KEY NOT NULL,
    country TEXT NOT NULL REFERENCES countries (id),
    number TEXT NOT NULL,
    position INTEGER NOT NULL,
    source TEXT NOT NULL REFERENCES sections (id)
) STRICT;
CREATE TABLE emergency_numbers_text (
    id TEXT NOT NULL REFERENCES emergency_numbers (id),
    locale TEXT NOT NULL CHECK (locale <> ''),
    name TEXT NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (id, locale)
) STRICT, WITHOUT ROWID;

-- Pictures: `alt` says what is to be seen, `credit` whose it is; focal_x and focal_y, per cent of the
-- picture, are what must stay visible. A `hero` opens the page of its subject, `attract` is the scene of
-- the home city; one without a kind stands in articles. Their bytes are in picture_files.
CREATE TABLE pictures (
    id TEXT PRIMARY KEY NOT NULL,
    file TEXT NOT NULL,
    subject TEXT,
    kind TEXT,
    focal_x INTEGER,
    focal_y INTEGER,
    licence TEXT NOT NULL,
    source TEXT NOT NULL REFERENCES sections (id)
) STRICT;
CREATE INDEX pictures_by_file ON pictures (file);
CREATE INDEX pictures_by_subject ON pictures (subject, kind) WHERE kind IS NOT NULL;
CREATE TABLE pictures_text (
    id TEXT NOT NULL REFERENCES pictures (id),
    locale TEXT NOT NULL CHECK (locale <> ''),
    credit TEXT NOT NULL,
    alt TEXT NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (id, locale)
) STRICT, WITHOUT ROWID;
CREATE TABLE picture_files (
    file TEXT PRIMARY KEY NOT NULL,
    bytes BLOB NOT NULL, -- a plain SVG, or a JPEG or PNG as the compiler packs them
    width REAL NOT NULL, -- of the viewBox, in whose units discs are placed, or in pixels
    height REAL NOT NULL
) STRICT;
-- What the app writes on a picture: centre and radius in units of its viewBox.
CREATE TABLE picture_discs (
    picture TEXT NOT NULL REFERENCES pictures (id),
    position INTEGER NOT NULL,
    x INTEGER NOT NULL,
    y INTEGER NOT NULL,
    radius INTEGER NOT NULL,
    text TEXT NOT NULL,
    source TEXT NOT NULL REFERENCES sections (id)
) STRICT;
CREATE INDEX picture_discs_by_picture ON picture_discs (picture, position);

-- Articles: `id` is kind/slug. Lists keep their commas.
CREATE TABLE articles (
    id TEXT PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL,
    slug TEXT NOT NULL,
    source TEXT NOT NULL REFERENCES sections (id),
    position INTEGER NOT NULL,
    as_of TEXT,
    speaker TEXT REFERENCES people (id),
    cities TEXT,
    checklist TEXT,
    figures TEXT,
    events TEXT,
    agenda_only TEXT
) STRICT;
CREATE TABLE articles_text (
    id TEXT NOT NULL REFERENCES articles (id),
    locale TEXT NOT NULL CHECK (locale <> ''),
    title TEXT NOT NULL,
    summary TEXT NOT NULL,
    PRIMARY KEY (id, locale)
) STRICT, WITHOUT ROWID;

-- The body of an article as a flat list. kind: heading, paragraph, bullet, numbered, note, cell, picture
-- (its text is the caption).
CREATE TABLE blocks (
    article TEXT NOT NULL REFERENCES articles (id),
    locale TEXT NOT NULL CHECK (locale <> ''),
    position INTEGER NOT NULL, -- from 1
    kind TEXT NOT NULL,
    level INTEGER NOT NULL,    -- of a heading (2, 3) or a list item (1, 2); row of a cell; else 0
    number INTEGER NOT NULL,   -- of a numbered item; column of a cell; else 0
    text TEXT NOT NULL,        -- of kind source: ids of sections, "a, b"
    PRIMARY KEY (article, locale, position)
) STRICT, WITHOUT ROWID;

-- Stretches of a block's text: strong, link, lang, ruby; picture, over all of it. Offsets are bytes of UTF-8.
CREATE TABLE marks (
    article TEXT NOT NULL,
    locale TEXT NOT NULL,
    block INTEGER NOT NULL,
    position INTEGER NOT NULL, -- from 1, by start
    kind TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    argument TEXT NOT NULL,    -- screen path, language tag, reading or picture file
    PRIMARY KEY (article, locale, block, position),
    FOREIGN KEY (article, locale, block) REFERENCES blocks (article, locale, position)
) STRICT, WITHOUT ROWID;

-- Search (content/search_index.h). What can be found, numbered from 1 in the order a visitor expects
-- where matches are equally good. `record`: table/id. `names`: one a line.
CREATE TABLE search_docs (
    id INTEGER PRIMARY KEY,
    record TEXT NOT NULL,
    path TEXT NOT NULL,
    kind TEXT NOT NULL,
    names TEXT NOT NULL
) STRICT;

-- For showing a document in a language.
CREATE TABLE search_texts (
    doc INTEGER NOT NULL,
    locale TEXT NOT NULL,
    title TEXT NOT NULL,
    detail TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (doc, locale)
) STRICT, WITHOUT ROWID;

-- (field, term) -> documents as postings; content/search/terms.h. With rowids, as search_meta: a tree
-- that has its keys and long values together is read with them whenever a key is looked for.
CREATE TABLE search_terms (
    field TEXT NOT NULL,
    term TEXT NOT NULL,
    docs BLOB NOT NULL,
    PRIMARY KEY (field, term)
) STRICT;

-- (space, spelling) -> the words spelt so; content/search/variants.h.
CREATE TABLE search_variants (
    space TEXT NOT NULL,
    key TEXT NOT NULL,
    word TEXT NOT NULL,
    PRIMARY KEY (space, key, word)
) STRICT, WITHOUT ROWID;

-- The words of a concept: one language a line, each word ended by |.
CREATE TABLE search_concepts (
    id INTEGER PRIMARY KEY,
    terms TEXT NOT NULL
) STRICT;

-- parents: 4 bytes a document; shared: pairs of 4 bytes, a document and the first one that leads to
-- the same screen; latin, hangul, romaji: packed word lists for typing errors; okurigana: one of
-- words with kana between their Han; kinds: a line a kind, its first and its last document.
CREATE TABLE search_meta (
    key TEXT PRIMARY KEY NOT NULL,
    value BLOB NOT NULL
) STRICT;

-- Whatever is shown as a list and may be long, in the order in which it is shown. Made once, when
-- the database is built (listing_index.h says which there are), so that a window of rows, their
-- number and the place of one are each a single look-up, however long the list is.
CREATE TABLE listings (
    name TEXT NOT NULL,     -- events, events/city/hamamatsu, glossary/exchange/ja
    place INTEGER NOT NULL, -- from 0
    id TEXT NOT NULL,
    PRIMARY KEY (name, place)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX listings_by_id ON listings (id, name);
CREATE TABLE listing_sizes (
    name TEXT PRIMARY KEY NOT NULL,
    size INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
-- Where one may jump to in a long one: the first row of a year or of a letter.
CREATE TABLE listing_headings (
    name TEXT NOT NULL,
    place INTEGER NOT NULL,
    heading TEXT NOT NULL,
    PRIMARY KEY (name, place)
) STRICT, WITHOUT ROWID;

-- Words that no line splits while it has another place (kept_words.h), and a filter of one row:
-- 65,536 bits, one for each beginning that some word has.
CREATE TABLE kept_words (
    kind TEXT NOT NULL, -- name, term
    word TEXT NOT NULL,
    PRIMARY KEY (kind, word)
) STRICT, WITHOUT ROWID;
CREATE TABLE kept_filter (
    bits BLOB NOT NULL
) STRICT;
