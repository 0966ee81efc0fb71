/* articles - the lists of guides, cases, talks and reports: one view, four descriptors. */
#include "screens/page.h"
#include "screens/registry.h"

struct articles {
    struct store_article *all;
    size_t count;
};

static bool
articles_load(struct screen *screen, const struct screen_env *env, bool *found, struct err *err) {
    (void)found;
    struct articles *articles = ARENA_NEW(&screen->arena, struct articles);
    screen->model = articles;
    return store_articles(env->store, &screen->arena, env->locale, screen->path.name,
        &articles->all, &articles->count, err);
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

static void
articles_view(const struct screen *screen, const struct screen_env *env, struct ui *ui) {
    const struct articles *articles = screen->model;
    page_frame_open(screen, env, ui);
    page_head(ui, env, screen->title, (struct str){0}, word_text(env, lead_of(screen->path.name)));
    ui_open(ui, (struct ui_box){.key = STR("articles"),
                    .role = ROLE_LIST,
                    .axis = UI_GRID,
                    .min_column = 340,
                    .gap = SPACE_M});
    for (size_t i = 0; i < articles->count; i++) {
        const struct store_article *article = &articles->all[i];
        ui_link_row(ui,
            (struct ui_link_row){.key = article->slug,
                .title = article->title,
                .text = article->summary,
                .badge = article->agenda_only ? word_text(env, MSG_AGENDA_ONLY) : (struct str){0},
                .action = arena_printf(ui_arena(ui), "open %.*s/%.*s", STR_ARG(screen->path.name),
                    STR_ARG(article->slug))});
    }
    ui_close(ui);
    if (articles->count == 0) {
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
