#include "options.h"

#include "base/check.h"
#include "ui/theme.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>

enum option_id {
    OPT_LOCALE = 256,
    OPT_PROFILE,
    OPT_CONTENT,
    OPT_WATCH,
    OPT_POSTURE,
    OPT_TEXT_SCALE,
    OPT_THEME,
    OPT_LOW_POSITION,
    OPT_SCROLL,
    OPT_SIZE,
    OPT_PX_PER_MM,
    OPT_OUT,
    OPT_LIMIT,
    OPT_SOFTWARE,
    OPT_FULLSCREEN,
    OPT_HELP,
    OPT_VERSION,
};

static const struct option long_options[] = {
    {"locale", required_argument, NULL, OPT_LOCALE},
    {"profile", required_argument, NULL, OPT_PROFILE},
    {"content", required_argument, NULL, OPT_CONTENT},
    {"watch", required_argument, NULL, OPT_WATCH},
    {"posture", required_argument, NULL, OPT_POSTURE},
    {"text-scale", required_argument, NULL, OPT_TEXT_SCALE},
    {"theme", required_argument, NULL, OPT_THEME},
    {"low-position", no_argument, NULL, OPT_LOW_POSITION},
    {"scroll", required_argument, NULL, OPT_SCROLL},
    {"size", required_argument, NULL, OPT_SIZE},
    {"px-per-mm", required_argument, NULL, OPT_PX_PER_MM},
    {"out", required_argument, NULL, OPT_OUT},
    {"limit", required_argument, NULL, OPT_LIMIT},
    {"software", no_argument, NULL, OPT_SOFTWARE},
    {"fullscreen", no_argument, NULL, OPT_FULLSCREEN},
    {"help", no_argument, NULL, OPT_HELP},
    {"version", no_argument, NULL, OPT_VERSION},
    {0},
};

static bool
parse_number(
    struct str text, double low, double high, const char *option, double *out, struct err *err) {
    if (!str_to_double(text, out) || *out < low || *out > high) {
        return err_set(err, ERR_USAGE, "%s takes a number from %g to %g, not \"%.*s\"", option, low,
            high, STR_ARG(text));
    }
    return true;
}

static bool
parse_size(struct str text, struct profile *profile, struct err *err) {
    struct str rest = text, width, height;
    int64_t w, h;
    if (!str_split(&rest, 'x', &width) || !str_split(&rest, 'x', &height) || rest.p ||
        !str_to_i64(width, &w) || !str_to_i64(height, &h) || w < 200 || w > 8192 || h < 200 ||
        h > 8192) {
        return err_set(err, ERR_USAGE,
            "--size takes WIDTHxHEIGHT in pixels, each from 200 to 8192, such as 1080x1920, "
            "not \"%.*s\"",
            STR_ARG(text));
    }
    profile->width_px = (int)w;
    profile->height_px = (int)h;
    return true;
}

static bool
parse_profile(struct str name, struct profile *out, struct err *err) {
    const struct profile *found = profile_lookup(name);
    if (found) {
        *out = *found;
        return true;
    }
    size_t count;
    const struct profile *all = profile_table(&count);
    struct str_buf names = {0};
    for (size_t i = 0; i < count; i++) {
        str_buf_printf(&names, "%s%s", i ? ", " : "", all[i].name);
    }
    err_set(err, ERR_USAGE, "there is no profile \"%.*s\"; there are: %s", STR_ARG(name), names.p);
    str_buf_finish(&names);
    return false;
}

static bool
parse_theme(struct str name, struct str *out, struct err *err) {
    *out = name;
    if (theme_lookup(name)) {
        return true;
    }
    size_t count;
    const struct theme *all = theme_table(&count);
    struct str_buf names = {0};
    for (size_t i = 0; i < count; i++) {
        str_buf_printf(&names, "%s%s", i ? ", " : "", all[i].name);
    }
    err_set(err, ERR_USAGE, "there is no theme \"%.*s\"; there are: %s", STR_ARG(name), names.p);
    str_buf_finish(&names);
    return false;
}

/* The profile comes first: the options that change a part of it may stand before it on the line. */
struct overrides {
    struct str posture, size, px_per_mm;
};

static bool
parse_float(
    const char *value, double low, double high, const char *option, float *out, struct err *err) {
    double number;
    if (!parse_number(str_from(value), low, high, option, &number, err)) {
        return false;
    }
    *out = (float)number;
    return true;
}

static bool
set_flag(int id, struct options *out) {
    bool *const flags[] = {
        [OPT_LOW_POSITION - OPT_LOCALE] = &out->low_position,
        [OPT_SOFTWARE - OPT_LOCALE] = &out->software,
        [OPT_FULLSCREEN - OPT_LOCALE] = &out->fullscreen,
        [OPT_HELP - OPT_LOCALE] = &out->help,
        [OPT_VERSION - OPT_LOCALE] = &out->version,
    };
    bool *flag = flags[id - OPT_LOCALE];
    return flag && (*flag = true);
}

static bool
set_value(
    int id, const char *value, struct options *out, struct overrides *overrides, struct err *err) {
    float limit;
    switch (id) {
    case OPT_LOCALE:
        out->has_locale = true;
        return locale_from_tag(str_from(value), &out->locale) ||
               err_set(err, ERR_USAGE, "--locale takes ko, ja or en, not \"%s\"", value);
    case OPT_PROFILE:
        return parse_profile(str_from(value), &out->profile, err);
    case OPT_THEME:
        return parse_theme(str_from(value), &out->theme, err);
    case OPT_TEXT_SCALE:
        return parse_float(value, 1, 2, "--text-scale", &out->text_scale, err);
    case OPT_SCROLL:
        return parse_float(value, 0, 1e6, "--scroll", &out->scroll_dp, err);
    case OPT_LIMIT:
        if (!parse_float(value, 1, 1000, "--limit", &limit, err)) {
            return false;
        }
        out->limit = (long)limit;
        return true;
    default:
        break;
    }
    const char **words[] = {[OPT_CONTENT - OPT_LOCALE] = &out->content,
        [OPT_WATCH - OPT_LOCALE] = &out->watch,
        [OPT_OUT - OPT_LOCALE] = &out->out};
    struct str *later[] = {[OPT_POSTURE - OPT_LOCALE] = &overrides->posture,
        [OPT_SIZE - OPT_LOCALE] = &overrides->size,
        [OPT_PX_PER_MM - OPT_LOCALE] = &overrides->px_per_mm};
    size_t at = (size_t)(id - OPT_LOCALE);
    if (at < ARRAY_LEN(words) && words[at]) {
        *words[at] = value;
    } else if (at < ARRAY_LEN(later) && later[at]) {
        *later[at] = str_from(value);
    } else {
        BUG("an option in the table that nothing reads");
    }
    return true;
}

static bool
apply_overrides(const struct overrides *overrides, struct options *out, struct err *err) {
    double number;
    if (overrides->posture.n && !posture_from_name(overrides->posture, &out->profile.posture)) {
        return err_set(err, ERR_USAGE, "--posture takes kiosk or handheld, not \"%.*s\"",
            STR_ARG(overrides->posture));
    }
    if (overrides->size.n && !parse_size(overrides->size, &out->profile, err)) {
        return false;
    }
    if (overrides->px_per_mm.n) {
        if (!parse_number(overrides->px_per_mm, 0.5, 40, "--px-per-mm", &number, err)) {
            return false;
        }
        out->profile.px_per_mm = (float)number;
    }
    return true;
}

static enum locale_id
system_locale(void) {
    static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    enum locale_id locale = LOCALE_KO;
    for (size_t i = 0; i < ARRAY_LEN(names); i++) {
        const char *value = getenv(names[i]);
        if (value && *value && locale_from_tag(str_from(value), &locale)) {
            return locale;
        }
    }
    return LOCALE_KO; /* the language of the desk this is made for */
}

bool
options_parse(int argc, char **argv, struct options *out, struct err *err) {
    size_t count;
    *out = (struct options){
        .locale = system_locale(),
        .profile = profile_table(&count)[0],
        .text_scale = 1.0f,
        .limit = 20,
    };
    struct overrides overrides = {0};
    optind = 0; /* glibc: start afresh, so that this can run twice */
    opterr = 0;
    for (;;) {
        int at = optind ? optind : 1;
        int id = getopt_long(argc, argv, ":", long_options, NULL);
        if (id == -1) {
            break;
        }
        if (id == ':') {
            return err_set(err, ERR_USAGE, "%s needs a value after it", argv[optind - 1]);
        }
        if (id == '?') {
            return err_set(err, ERR_USAGE, "there is no option \"%s\"; naru --help lists them all",
                argv[optind - 1 > at ? optind - 1 : at]);
        }
        if (!optarg) {
            set_flag(id, out);
        } else if (!set_value(id, optarg, out, &overrides, err)) {
            return false;
        }
    }
    if (optind < argc) {
        out->verb = argv[optind++];
    }
    out->words = (const char *const *)argv + optind;
    out->word_count = argc - optind;
    return apply_overrides(&overrides, out, err);
}
