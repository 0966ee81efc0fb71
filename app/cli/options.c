#include "cli/options.h"

#include "base/check.h"
#include "base/file.h"
#include "ui/theme.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { FILE_BYTES = 1 << 20 };

static const char *
locale_choice(size_t index) {
    return index < LOCALE_COUNT ? locale_tag((enum locale_id)index) : NULL;
}

/* ja-JP and ja_JP.UTF-8 are Japanese, too. */
static bool
locale_find(struct str text, size_t *index) {
    enum locale_id locale;
    bool found = locale_from_tag(text, &locale);
    *index = found ? (size_t)locale : 0;
    return found;
}

static const char *
profile_choice(size_t index) {
    size_t count;
    const struct profile *all = profile_table(&count);
    return index < count ? all[index].name : NULL;
}

static const char *
theme_choice(size_t index) {
    size_t count;
    const struct theme *all = theme_table(&count);
    return index < count ? all[index].name : NULL;
}

static const char *
display_choice(size_t index) {
    static const char *const names[] = {"high-contrast", "yellow", "calm"};
    return index < ARRAY_LEN(names) ? names[index] : NULL;
}

static const char *
posture_choice(size_t index) {
    static const enum posture postures[] = {POSTURE_KIOSK, POSTURE_HANDHELD};
    return index < ARRAY_LEN(postures) ? posture_name(postures[index]) : NULL;
}

enum option_id {
#define OPTION(id, ...) OPT_##id,
#include "cli/options.def"
#undef OPTION
    OPT_COUNT
};

#define IN_FILE OPTION_IN_FILE
static const struct option_spec specs[OPT_COUNT] = {
#define OPTION(                                                                                  \
    id, name, letter, type, flags, low, high, otherwise, unit, value, choice, find, users, text) \
    {name, letter, OPTION_##type, flags, low, high, otherwise, unit, value, choice, find, text,  \
        users},
#include "cli/options.def"
#undef OPTION
};
#undef IN_FILE

_Static_assert(OPT_COUNT <= 32, "struct options has a bit for each");

const struct option_table options_table = {"naru", specs, OPT_COUNT};

static bool
system_locale(enum locale_id *locale) {
    static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    for (size_t i = 0; i < ARRAY_LEN(names); i++) {
        const char *value = getenv(names[i]);
        if (value && *value && locale_from_tag(str_from(value), locale)) {
            return true;
        }
    }
    return false;
}

/* The profile comes first: the options that change a part of it may stand before it on the line. */
static struct profile
profile_of(const struct option_value *v) {
    struct profile profile = *profile_lookup(
        str_from(profile_choice(v[OPT_PROFILE].is_set ? v[OPT_PROFILE].choice : 0)));
    if (v[OPT_POSTURE].is_set) {
        posture_from_name(str_from(posture_choice(v[OPT_POSTURE].choice)), &profile.posture);
    }
    if (v[OPT_SIZE].is_set) {
        profile.width_px = v[OPT_SIZE].width;
        profile.height_px = v[OPT_SIZE].height;
    }
    if (v[OPT_PX_PER_MM].is_set) {
        profile.px_per_mm = (float)v[OPT_PX_PER_MM].number;
    }
    return profile;
}

static const char *
path_of(const struct option_value *value) {
    return value->is_set ? value->text.p : NULL;
}

static void
fill_locale(const struct option_value *v, struct options *out) {
    out->has_locale = v[OPT_LOCALE].is_set;
    if (out->has_locale) {
        out->locale = (enum locale_id)v[OPT_LOCALE].choice;
    } else {
        out->is_locale_open = !system_locale(&out->locale);
    }
}

/* `calm` goes with every theme; the others are themes, and count before --theme. */
static struct looks
looks_of(const struct option_value *v) {
    bool has_display = v[OPT_DISPLAY].is_set;
    const char *display = has_display ? display_choice(v[OPT_DISPLAY].choice) : "";
    const char *name = v[OPT_THEME].is_set ? theme_choice(v[OPT_THEME].choice) : "";
    const struct theme *shown = has_display ? theme_lookup(str_from(display)) : NULL;
    return (struct looks){
        .theme = shown ? shown : theme_lookup(str_from(name)),
        .is_calm = str_eq(str_from(display), STR("calm")),
        .text_scale = v[OPT_TEXT_SCALE].is_set ? (float)v[OPT_TEXT_SCALE].number : 1.0f,
        .low_position = v[OPT_LOW_POSITION].flag,
        .reduced_motion = v[OPT_REDUCED_MOTION].flag,
        .page_buttons = v[OPT_PAGE_BUTTONS].flag,
    };
}

static void
fill(const struct option_value *v, const struct option_words *words, struct options *out) {
    *out = (struct options){
        .verb = words->count > 0 ? words->words[0] : NULL,
        .word_count = words->count > 0 ? words->count - 1 : 0,
        .profile = profile_of(v),
        .looks = looks_of(v),
        .scroll_dp = (float)v[OPT_SCROLL].number,
        .content = path_of(&v[OPT_CONTENT]),
        .watch = path_of(&v[OPT_WATCH]),
        .own = path_of(&v[OPT_OWN]),
        .out = path_of(&v[OPT_OUT]),
        .config = path_of(&v[OPT_CONFIG]),
        .ics = path_of(&v[OPT_ICS]),
        .vcf = path_of(&v[OPT_VCF]),
        .text = path_of(&v[OPT_TEXT]),
        .browser_address = path_of(&v[OPT_BROWSER_ADDRESS]),
        .limit = v[OPT_LIMIT].is_set ? (long)v[OPT_LIMIT].number : 20,
        .help = v[OPT_HELP].flag,
        .version = v[OPT_VERSION].flag,
        .software = v[OPT_SOFTWARE].flag,
        .fullscreen = v[OPT_FULLSCREEN].flag,
        .explain = v[OPT_EXPLAIN].flag,
    };
    fill_locale(v, out);
    for (int i = 1; i < words->count && i < OPTION_WORDS; i++) {
        out->words[i - 1] = words->words[i];
    }
    for (int i = OPT_TEXT_SCALE; i <= OPT_PAGE_BUTTONS; i++) {
        out->has_looks = out->has_looks || (v[i].is_set && v[i].line == 0);
    }
    for (int i = 0; i < OPT_COUNT; i++) {
        out->given |= v[i].is_set && v[i].line == 0 ? (uint32_t)1 << i : 0;
    }
}

static bool
parse_words(int argc, char **argv, struct option_value *values, struct option_words *words,
    struct err *err) {
    struct option_fault fault;
    return option_parse(&options_table, argc, argv, values, words, &fault) ||
           option_fail(&options_table, &fault, err);
}

bool
options_parse(int argc, char **argv, struct options *out, struct err *err) {
    struct option_value values[OPT_COUNT] = {0};
    struct option_words words = {0};
    if (!parse_words(argc, argv, values, &words, err)) {
        return false;
    }
    fill(values, &words, out);
    return true;
}

/* The first that nobody reads; NULL: there is none. */
static const struct option_spec *
first_unused(const struct options *options, const char *verb, const char *taken) {
    for (int i = 0; i < OPT_COUNT; i++) {
        const struct option_spec *spec = &specs[i];
        bool is_used =
            taken && spec->users ? option_list_has(taken, spec->name) : option_is_for(spec, verb);
        if ((options->given & (uint32_t)1 << i) && !is_used) {
            return spec;
        }
    }
    return NULL;
}

bool
options_suit(const struct options *options, const char *verb, const char *taken, struct err *err) {
    const struct option_spec *spec = first_unused(options, verb, taken);
    bool is_app = strcmp(verb, "app") == 0;
    struct option_fault fault = {.wrong = OPTION_UNUSED,
        .spec = spec,
        .word = is_app ? STR("naru without a verb") : str_from(verb)};
    if (!spec) {
        return true;
    }
    return taken ? err_set(err, ERR_USAGE, "%s does not use --%s; it takes --%s", verb, spec->name,
                       taken)
                 : option_fail(&options_table, &fault, err);
}

struct complaint {
    const char *path;
    void (*warn)(void *self, const char *message);
    void *self;
};

static void
complain(void *self, const struct option_fault *fault) {
    const struct complaint *complaint = self;
    struct str_buf message = {0};
    str_buf_printf(&message, "%s:%d: ", complaint->path, fault->line);
    option_fault_add(&message, &options_table, fault);
    complaint->warn(complaint->self, message.p);
    str_buf_finish(&message);
}

static bool
read_file(const char *path, struct arena *arena, struct option_value *values,
    void (*warn)(void *self, const char *message), void *self, struct err *err) {
    struct complaint complaint = {path, warn, self};
    struct str bytes;
    if (!file_read(path, FILE_BYTES, arena, &bytes, err)) {
        return false;
    }
    option_parse_file(&options_table, bytes, arena, values, complain, &complaint);
    return true;
}

bool
options_check_file(const char *path, struct arena *arena, size_t *set,
    void (*warn)(void *self, const char *message), void *self, struct err *err) {
    struct option_value values[OPT_COUNT] = {0};
    if (!read_file(path, arena, values, warn, self, err)) {
        return false;
    }
    *set = 0;
    for (size_t i = 0; i < OPT_COUNT; i++) {
        *set += values[i].is_set;
    }
    return true;
}

static bool
is_there(const char *path) {
    struct stat info;
    return stat(path, &info) == 0 || errno != ENOENT;
}

bool
options_load(int argc, char **argv, struct arena *arena, struct options *out,
    void (*warn)(void *self, const char *message), void *self, struct err *err) {
    struct option_value values[OPT_COUNT] = {0}, filed[OPT_COUNT] = {0};
    struct option_words words = {0};
    struct err unread;
    if (!parse_words(argc, argv, values, &words, err)) {
        return false;
    }
    const char *named = path_of(&values[OPT_CONFIG]);
    if (!option_is_for(&specs[OPT_CONFIG], words.count > 0 ? words.words[0] : "app")) {
        named = NULL; /* a mistake that options_suit() names */
    }
    if (named && !read_file(named, arena, filed, warn, self, err)) {
        return false;
    }
    if (!named && is_there(OPTIONS_FILE) &&
        !read_file(OPTIONS_FILE, arena, filed, warn, self, &unread)) {
        warn(self, unread.message);
    }
    for (size_t i = 0; i < OPT_COUNT; i++) {
        values[i] = values[i].is_set ? values[i] : filed[i];
    }
    fill(values, &words, out);
    out->today = clock_today();
    return true;
}
