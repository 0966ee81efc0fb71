#include "base/geom.h"

bool
rect_contains(struct rect r, struct point p) {
    return p.x >= r.x && p.x < r.x + r.w && p.y >= r.y && p.y < r.y + r.h;
}

bool
rect_is_empty(struct rect r) {
    return !(r.w > 0.0f && r.h > 0.0f);
}

struct rect
rect_intersect(struct rect a, struct rect b) {
    float x0 = a.x > b.x ? a.x : b.x;
    float y0 = a.y > b.y ? a.y : b.y;
    float x1 = a.x + a.w < b.x + b.w ? a.x + a.w : b.x + b.w;
    float y1 = a.y + a.h < b.y + b.h ? a.y + a.h : b.y + b.h;
    if (x1 <= x0 || y1 <= y0) {
        return (struct rect){x0, y0, 0.0f, 0.0f};
    }
    return (struct rect){x0, y0, x1 - x0, y1 - y0};
}

struct rect
rect_inset(struct rect r, struct insets by) {
    return (struct rect){
        r.x + by.start, r.y + by.top, r.w - by.start - by.end, r.h - by.top - by.bottom};
}

struct rect
rect_turn(struct rect r, struct rect about) {
    return (struct rect){
        2 * about.x + about.w - r.x - r.w, 2 * about.y + about.h - r.y - r.h, r.w, r.h};
}

struct point
point_turn(struct point p, struct rect about) {
    return (struct point){2 * about.x + about.w - p.x, 2 * about.y + about.h - p.y};
}
