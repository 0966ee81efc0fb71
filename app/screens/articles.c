/* articles - the lists of guides, cases, talks and reports: one view, four descriptors. */
#include "screens/jump.h"
#include "screens/page.h"
#include "screens/registry.h"

struct articles {
    struct rows *rows;
    struct jump jump;
};

static bool
articles_load(struct screen *screen, const struct screen_env *env, bool *found, struct err *err) {
    (void)found;
    struct articles *articles = ARENA_NEW(&screen->arena, struct articles);
    screen->model = articles;
    jump_init(&articles->jump, screen, screen->path.name, false);
    struct str listing = arena_printf(
        &screen->arena, "articles/%.*s/%s", STR_ARG(screen->path.name), locale_tag(env->locale));
    return rows_open(&articles->rows, screen, env, listing, rows_ask_articles,
               sizeof(struct store_article), err) &&
           jump_add(&articles->jump, screen, env, (struct jump_part){.rows = articles->rows}, err);
}

static enum msg
lead_of(struct str kind) {
    static const struct {
        struct str kind;
        enum msg lead;
    } leads[] = {
        {STR_INIT("cases"), MSG_CASES_LEAD},
        {STR_INIT("talks"), MSG_TALKS_LEAD},
        {STR_INIT("reports"), MSG_REPORTS_LEAD},
    };
    for (size_t i = 0; i < sizeof(leads) / sizeof(leads[0]); i++) {
        if (str_eq(kind, leads[i].kind)) {
            return leads[i].lead;
        }
    }
    return MSG_GUIDES_LEAD;
}

struct view {
    const struct articles *articles;
    const struct screen_env *env;
    size_t at;
};

static void
article_row(struct ui *ui, void *self, size_t i) {
    const struct view *view = self;
    const struct screen_env *env = view->env;
    const struct store_article *article = rows_at(view->articles->rows, env, i);
    if (!article) {
        page_row_missing(ui, env, i);
        return;
    }
    ui_link_row(
        ui, (struct ui_link_row){.key = article->slug,
                .title = article->title,
                .text = article->summary,
                .badge = article->agenda_only ? word_text(env, MSG_AGENDA_ONLY) : (struct str){0},
                .reveal = view->at == i + 1,
                .action = arena_printf(ui_arena(ui), "open %.*s/%.*s", STR_ARG(article->kind),
                    STR_ARG(article->slug))});
}

static void
articles_view(const struct screen *screen, const struct screen_env *env, struct ui *ui) {
    const struct articles *articles = screen->model;
    struct view *view = ARENA_NEW(ui_arena(ui), struct view);
    *view = (struct view){articles, env, jump_row(&articles->jump, articles->rows)};
    if (jump_is_choosing(&articles->jump)) {
        jump_view(&articles->jump, screen, env, ui);
        return;
    }
    page_frame_open_long(screen, env, ui, jump_scrubber(&articles->jump, env, ui));
    page_head(ui, env, screen->title, (struct str){0}, word_text(env, lead_of(screen->path.name)));
    ui_list(ui, (struct ui_list){.key = STR("articles"),
                    .content = articles->rows->listing,
                    .count = articles->rows->count,
                    .min_column = 340,
                    .gap = SPACE_M,
                    .reveal = view->at,
                    .row = article_row,
                    .self = view});
    if (articles->rows->count == 0) {
        page_empty(ui, env);
    }
    page_frame_close(ui);
}

#define ARTICLE_LIST(variable, folder, title_msg) \
    const struct screen_ops variable = {          \
        .name = folder,                           \
        .title = title_msg,                       \
        .load = articles_load,                    \
        .view = articles_view,                    \
        .max_width = 1080,                        \
    }

ARTICLE_LIST(screen_guides, "guides", MSG_TITLE_GUIDES);
ARTICLE_LIST(screen_cases, "cases", MSG_TITLE_CASES);
ARTICLE_LIST(screen_talks, "talks", MSG_TITLE_TALKS);
ARTICLE_LIST(screen_reports, "reports", MSG_TITLE_REPORTS);
