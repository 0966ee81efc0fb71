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

int
command_export(const struct options *options) {
    if (!options->ics && !options->vcf && !options->text) {
        return command_fail(EXIT_USAGE, "export needs --ics FILE, --vcf FILE or --text FILE");
    }
    return command_on_screen(options, write_hand);
}
