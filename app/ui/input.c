#include "ui/input.h"

#include "base/check.h"

#include <SDL.h>
#include <string.h>

void
input_set_hints(void) {
    SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
    SDL_SetHint(SDL_HINT_MOUSE_TOUCH_EVENTS, "0");
    SDL_SetHint(SDL_HINT_IME_SHOW_UI, "1");
    SDL_SetHint(SDL_HINT_QUIT_ON_LAST_WINDOW_CLOSE, "0"); /* SDL_QUIT: the display is gone */
    SDL_SetHint(SDL_HINT_IME_SUPPORT_EXTENDED_TEXT, "1"); /* compositions whole, not in pieces */
}

/* What the keys do to text while Ctrl or Shift is held. */
static enum ui_key
editing_key(const SDL_Keysym *key) {
    static const struct {
        SDL_Keycode sym;
        int held;
        enum ui_key key;
    } keys[] = {
        {SDLK_LEFT, KMOD_SHIFT, UI_KEY_SELECT_LEFT},
        {SDLK_RIGHT, KMOD_SHIFT, UI_KEY_SELECT_RIGHT},
        {SDLK_HOME, KMOD_SHIFT, UI_KEY_SELECT_HOME},
        {SDLK_END, KMOD_SHIFT, UI_KEY_SELECT_END},
        {SDLK_a, KMOD_CTRL, UI_KEY_SELECT_ALL},
        {SDLK_c, KMOD_CTRL, UI_KEY_COPY},
        {SDLK_x, KMOD_CTRL, UI_KEY_CUT},
        {SDLK_v, KMOD_CTRL, UI_KEY_PASTE},
    };
    for (size_t i = 0; i < ARRAY_LEN(keys); i++) {
        if (key->sym == keys[i].sym && (key->mod & keys[i].held) && !(key->mod & KMOD_ALT)) {
            return keys[i].key;
        }
    }
    return UI_KEY_NONE;
}

/* Eight keys beside a panel, as media keys or as function keys that no keyboard has. Neither types
 * anything. There is no sound: the two keys for it set how large text is. */
static enum ui_key
pad_key(SDL_Keycode sym) {
    static const struct {
        SDL_Keycode media, function;
        enum ui_key key;
    } keys[] = {
        {SDLK_AUDIOPREV, SDLK_F13, UI_KEY_BACKTAB},
        {SDLK_AUDIONEXT, SDLK_F14, UI_KEY_TAB},
        {SDLK_SELECT, SDLK_F15, UI_KEY_ENTER},
        {SDLK_AC_BACK, SDLK_F16, UI_KEY_ESCAPE},
        {SDLK_AC_HOME, SDLK_F17, UI_KEY_GO_HOME},
        {SDLK_HELP, SDLK_F18, UI_KEY_HELP},
        {SDLK_VOLUMEUP, SDLK_F19, UI_KEY_LARGER},
        {SDLK_VOLUMEDOWN, SDLK_F20, UI_KEY_SMALLER},
    };
    for (size_t i = 0; i < ARRAY_LEN(keys); i++) {
        if (sym == keys[i].media || sym == keys[i].function) {
            return keys[i].key;
        }
    }
    return UI_KEY_NONE;
}

static enum ui_key
key_of(const SDL_Keysym *key) {
    if (editing_key(key) != UI_KEY_NONE) {
        return editing_key(key);
    }
    switch (key->sym) {
    case SDLK_TAB:
        return key->mod & KMOD_SHIFT ? UI_KEY_BACKTAB : UI_KEY_TAB;
    case SDLK_RETURN:
    case SDLK_KP_ENTER:
        return UI_KEY_ENTER;
    case SDLK_SPACE:
        return UI_KEY_SPACE;
    case SDLK_F1:
        return UI_KEY_HELP;
    case SDLK_ESCAPE:
        return UI_KEY_ESCAPE;
    case SDLK_UP:
        return UI_KEY_UP;
    case SDLK_DOWN:
        return UI_KEY_DOWN;
    case SDLK_LEFT:
        return UI_KEY_LEFT;
    case SDLK_RIGHT:
        return UI_KEY_RIGHT;
    case SDLK_PAGEUP:
        return UI_KEY_PAGE_UP;
    case SDLK_PAGEDOWN:
        return UI_KEY_PAGE_DOWN;
    case SDLK_HOME:
        return UI_KEY_HOME;
    case SDLK_END:
        return UI_KEY_END;
    case SDLK_BACKSPACE:
        return UI_KEY_BACKSPACE;
    case SDLK_DELETE:
        return UI_KEY_DELETE;
    case SDLK_PLUS:
    case SDLK_EQUALS: /* where plus is a shifted key */
    case SDLK_KP_PLUS:
        return UI_KEY_ZOOM_IN;
    case SDLK_MINUS:
    case SDLK_KP_MINUS:
        return UI_KEY_ZOOM_OUT;
    case SDLK_0:
    case SDLK_KP_0:
        return UI_KEY_ZOOM_ALL;
    default:
        return pad_key(key->sym);
    }
}

static bool
mouse_button(const SDL_MouseButtonEvent *button, struct point scale, struct ui_event *out) {
    if (button->button != SDL_BUTTON_LEFT) {
        return false;
    }
    out->type = button->state == SDL_PRESSED ? UI_POINTER_DOWN : UI_POINTER_UP;
    out->at = (struct point){(float)button->x * scale.x, (float)button->y * scale.y};
    return true;
}

/* A finger on the frame is reported at 1 or a little beyond: it touches the last pixel. */
static float
on_glass(float part, float length) {
    float at = part * length;
    return at > length - 1 ? length - 1 : at > 0 ? at : 0;
}

static bool
finger(const SDL_TouchFingerEvent *touch, struct size output, struct ui_event *out) {
    out->type = touch->type == SDL_FINGERDOWN ? UI_POINTER_DOWN
                : touch->type == SDL_FINGERUP ? UI_POINTER_UP
                                              : UI_POINTER_MOVE;
    /* 0 is the mouse; two panels may number their fingers alike */
    out->pointer = ((uint64_t)touch->touchId << 32) + (uint64_t)touch->fingerId + 1;
    out->at = (struct point){on_glass(touch->x, output.w), on_glass(touch->y, output.h)};
    return true;
}

static bool
mouse_wheel(const SDL_MouseWheelEvent *wheel, struct point scale, struct ui_event *out) {
    float turn = wheel->direction == SDL_MOUSEWHEEL_FLIPPED ? -1 : 1;
    out->type = UI_WHEEL;
    out->at = (struct point){(float)wheel->mouseX * scale.x, (float)wheel->mouseY * scale.y};
    out->wheel = (struct point){wheel->preciseX * turn, wheel->preciseY * turn};
    return true;
}

static enum ui_event_type
window_event(Uint8 what) {
    switch (what) {
    case SDL_WINDOWEVENT_CLOSE:
        return UI_CLOSE;
    case SDL_WINDOWEVENT_FOCUS_LOST:
        return UI_FOCUS_LOST;
    case SDL_WINDOWEVENT_FOCUS_GAINED:
        return UI_FOCUS_GAINED;
    case SDL_WINDOWEVENT_HIDDEN:
    case SDL_WINDOWEVENT_MINIMIZED:
        return UI_HIDDEN;
    case SDL_WINDOWEVENT_SHOWN:
    case SDL_WINDOWEVENT_RESTORED:
    case SDL_WINDOWEVENT_EXPOSED:
        return UI_SHOWN;
    case SDL_WINDOWEVENT_SIZE_CHANGED:
    case SDL_WINDOWEVENT_DISPLAY_CHANGED:
    case SDL_WINDOWEVENT_MAXIMIZED:
        return UI_DISPLAY;
    default:
        return UI_EVENT_NONE;
    }
}

bool
input_translate(const union SDL_Event *event, struct size window, struct size output,
    uint64_t now_ms, struct ui_event *out) {
    struct point scale = {
        window.w > 0 ? output.w / window.w : 1, window.h > 0 ? output.h / window.h : 1};
    *out = (struct ui_event){.time_ms = now_ms};
    switch (event->type) {
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP:
        return mouse_button(&event->button, scale, out);
    case SDL_MOUSEMOTION:
        out->type = UI_POINTER_MOVE;
        out->at =
            (struct point){(float)event->motion.x * scale.x, (float)event->motion.y * scale.y};
        return (event->motion.state & SDL_BUTTON_LMASK) != 0;
    case SDL_MOUSEWHEEL:
        return mouse_wheel(&event->wheel, scale, out);
    case SDL_FINGERDOWN:
    case SDL_FINGERUP:
    case SDL_FINGERMOTION:
        return finger(&event->tfinger, output, out);
    case SDL_KEYDOWN:
        out->type = UI_KEY;
        out->key = key_of(&event->key.keysym);
        out->is_repeat = event->key.repeat != 0;
        return out->key != UI_KEY_NONE;
    case SDL_TEXTINPUT:
        out->type = UI_TEXT_INPUT;
        out->text = str_from(event->text.text);
        return out->text.n > 0;
    case SDL_TEXTEDITING:
        out->type = UI_TEXT_EDITING;
        out->text = str_from(event->edit.text);
        return true;
    case SDL_TEXTEDITING_EXT:
        out->type = UI_TEXT_EDITING;
        out->text = str_from(event->editExt.text);
        return true;
    case SDL_WINDOWEVENT:
        out->type = window_event(event->window.event);
        return out->type != UI_EVENT_NONE;
    case SDL_DISPLAYEVENT:
        out->type = UI_DISPLAY;
        return true;
    case SDL_RENDER_DEVICE_RESET:
    case SDL_RENDER_TARGETS_RESET:
        out->type = UI_DEVICE_RESET;
        return true;
    default:
        return false;
    }
}

void
input_release(union SDL_Event *event) {
    if (event->type == SDL_TEXTEDITING_EXT && event->editExt.text) {
        explicit_bzero(event->editExt.text, SDL_strlen(event->editExt.text));
        SDL_free(event->editExt.text);
    }
    explicit_bzero(event, sizeof(*event));
}

/* SDL keeps the events it has handed out, to use their memory again: so it is used. */
static void
forget(void) {
    enum { KEPT = 1024 };
    Uint32 type = SDL_USEREVENT;
    SDL_FlushEvents(SDL_TEXTEDITING, SDL_TEXTINPUT);
    for (int i = 0; i < KEPT; i++) {
        SDL_Event empty = {.type = type};
        if (SDL_PeepEvents(&empty, 1, SDL_ADDEVENT, 0, 0) != 1) {
            break;
        }
    }
    SDL_FlushEvent(type);
}

void
input_do(enum ui_duty duty) {
    if (duty != UI_DUTY_NONE) {
        SDL_ClearComposition();
    }
    if (duty == UI_DUTY_FORGET) {
        forget();
    }
}

static bool
copy(void *host, struct str text) {
    (void)host;
    struct str_buf ended = {0};
    str_buf_add(&ended, text);
    bool ok = SDL_SetClipboardText(ended.p) == 0;
    str_buf_finish(&ended);
    return ok;
}

static bool
paste(void *host, struct str_buf *out) {
    (void)host;
    char *text = SDL_GetClipboardText();
    str_buf_add(out, str_from(text));
    SDL_free(text);
    return out->n > 0;
}

const struct ui_clipboard *
input_clipboard(void) {
    static const struct ui_clipboard clipboard = {.copy = copy, .paste = paste};
    return &clipboard;
}
