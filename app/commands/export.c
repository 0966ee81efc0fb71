/* export - what a phone takes along of a screen, into a file: the same that its codes carry. */
#include "commands/commands.h"

#include "base/file.h"
#include "session_hand.h"

static bool
write_calendar(const struct options *options, const struct session *session,
    const struct hand *hand, struct err *err) {
    struct str_buf bytes = {0};
    if (hand->event_count == 0) {
        return err_set(err, ERR_USAGE,
            "%s has no days for a calendar; a plan has: plan?partner=ID&date=YYYY-MM-DD",
            options->words[0]);
    }
    ical_write(&bytes, &(struct ical_calendar){.name = hand->calendar_name,
                           .made_on = session->today,
                           .events = hand->events,
                           .count = hand->event_count});
    bool ok = file_replace(options->ics, str_buf_str(&bytes), err);
    str_buf_finish(&bytes);
    return ok;
}

static bool
write_hand(struct session *session, const struct options *options, struct err *err) {
    struct arena arena;
    struct hand hand;
    bool found;
    arena_init(&arena);
    struct screen_env env = session_env(session);
    struct str path = str_from(options->words[0]);
    bool ok = session_hand(session, &env, path, &arena, &hand, &found, err);
    if (ok && options->ics) {
        ok = write_calendar(options, session, &hand, err);
    }
    if (ok && options->vcf && hand.card.n == 0) {
        ok = err_set(err, ERR_USAGE, "%s has no address for a card; a city has: cities/ID",
            options->words[0]);
    }
    if (ok && options->vcf) {
        ok = file_replace(options->vcf, hand.card, err);
    }
    if (ok && options->text) {
        ok = file_replace(options->text, hand.text, err);
    }
    arena_finish(&arena);
    return ok;
}

/* What the owner keeps, under the headings of `kept`; what the file cannot give is no empty list.
 */
static int
export_own(const struct options *options) {
    static const enum msg headings[OWN_KINDS] = {[OWN_SETTING] = MSG_DISPLAY,
        [OWN_BOOKMARK] = MSG_KEPT_PAGES,
        [OWN_NOTE] = MSG_KEPT_NOTES,
        [OWN_VISIT] = MSG_KEPT_VISITS,
        [OWN_TICK] = MSG_KEPT_TICKS};
    struct str names[OWN_KINDS], why;
    struct str_buf path = {0}, text = {0};
    struct session session;
    struct options shared = *options;
    struct err err;
    shared.own = NULL; /* one opens it */
    if (!options->own && !own_default_path(&path)) {
        return command_fail(EXIT_USAGE, "there is no home folder; name the file with --own FILE");
    }
    if (session_open(&session, &shared, "home", &err) != SESSION_OK) {
        str_buf_finish(&path);
        return command_fail(EXIT_WRONG, "%s", err.message);
    }
    const char *file = options->own ? options->own : path.p;
    struct own *own = file_exists(file) ? own_open(file) : NULL;
    for (int i = 0; i < OWN_KINDS; i++) {
        names[i] = i18n_text(session.i18n, session.nav.locale, headings[i]);
    }
    bool ok = own || err_set(&err, ERR_MISSING, "there is no %s; nothing is kept there", file);
    if (ok && own_trouble(own, &why) != OWN_FINE) {
        ok = err_set(&err, ERR_IO, "%.*s", STR_ARG(why));
    }
    if (ok) {
        own_write_text(own, names, &text);
        ok = file_replace(options->text, str_buf_str(&text), &err);
    }
    own_close(own);
    session_close(&session);
    str_buf_finish(&path);
    str_buf_finish(&text);
    return ok ? EXIT_DONE : command_fail(EXIT_WRONG, "%s", err.message);
}

int
command_export(const struct options *options) {
    if (str_eq(str_from(options->words[0]), STR("own"))) {
        return options->text ? export_own(options)
                             : command_fail(EXIT_USAGE, "export own needs --text FILE");
    }
    if (!options->ics && !options->vcf && !options->text) {
        return command_fail(EXIT_USAGE, "export needs --ics FILE, --vcf FILE or --text FILE");
    }
    return command_on_screen(options, write_hand);
}
