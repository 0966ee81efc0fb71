/* lane_sheet.h - the drawn part of the timeline: ties, bars and marks on their lanes, years above
 * them; and the targets beneath the marks, with their names. */
#ifndef SCREENS_PARTS_LANE_SHEET_H
#define SCREENS_PARTS_LANE_SHEET_H

#include "screens/parts/lane_rows.h"
#include "ui/ui.h"

/* Of this frame. */
struct lane_sheet {
    struct lane_set *set;
    struct lanes_view view;
    struct lanes_step step;
    struct zoom_range shown_whole; /* all there is */
    float name_px;                 /* the column of names; 0: they stand above their lanes */
    bool is_card_beside; /* below the lanes, not above them: the marked lane comes into view */
    float count_px;      /* how high a count is */
    bool has_marked;     /* it is on one of the lanes: this one, this row */
    const struct lane *marked_lane;
    size_t marked_row;
    double document; /* the day after the last that the sources know of */
    struct str path; /* "timeline?view=picture" */
    struct str axis; /* key of the axis */
    float *room_px;  /* how wide the axis was laid out: kept from frame to frame */
};

/* How wide the axis is and what it shows, before anything is declared. */
struct lane_sheet *lane_sheet_begin(struct ui *ui, const struct screen_env *env,
    const struct lane_sheet *sheet, float margin_px, double least);
/* The years above. */
void lane_sheet_years(struct ui *ui, const struct screen_env *env, struct lane_sheet *sheet);
void lane_sheet_lanes(struct ui *ui, const struct screen_env *env, struct lane_sheet *sheet);

#endif
