#include "test.h"

#include "ui/input.h"

#include <SDL.h>

static const struct size window = {540, 960}, output = {1080, 1920};

static struct ui_event
translated(SDL_Event *event, bool expected) {
    struct ui_event out;
    assert_int_equal(input_translate(event, window, output, 77, &out), expected);
    return out;
}

static void
test_input__fingers_and_mouse_end_up_in_px(void **state) {
    (void)state;
    SDL_Event finger = {.tfinger = {.type = SDL_FINGERDOWN, .fingerId = 4, .x = 0.5f, .y = 0.25f}};
    struct ui_event e = translated(&finger, true);
    assert_int_equal(e.type, UI_POINTER_DOWN);
    assert_int_equal(e.pointer, 5);
    assert_int_equal(e.time_ms, 77);
    assert_true(e.at.x == 540 && e.at.y == 480);
    SDL_Event frame = {.tfinger = {.type = SDL_FINGERDOWN, .x = 1, .y = -0.001f}};
    e = translated(&frame, true);
    assert_true(e.at.x == 1079 && e.at.y == 0); /* on the glass */
    SDL_Event panel = {.tfinger = {.type = SDL_FINGERDOWN, .touchId = 7, .fingerId = 4}};
    assert_int_not_equal(translated(&panel, true).pointer, 5); /* another panel's finger 4 */
    SDL_Event mouse = {.button = {.type = SDL_MOUSEBUTTONUP,
                           .button = SDL_BUTTON_LEFT,
                           .state = SDL_RELEASED,
                           .x = 10,
                           .y = 20}};
    e = translated(&mouse, true);
    assert_int_equal(e.type, UI_POINTER_UP);
    assert_int_equal(e.pointer, 0);
    assert_true(e.at.x == 20 && e.at.y == 40);
    mouse.button.button = SDL_BUTTON_RIGHT;
    translated(&mouse, false);
    SDL_Event hover = {.motion = {.type = SDL_MOUSEMOTION, .x = 5, .y = 5}};
    translated(&hover, false); /* there is no hover */
    hover.motion.state = SDL_BUTTON_LMASK;
    assert_int_equal(translated(&hover, true).type, UI_POINTER_MOVE);
}

static void
test_input__keys_wheel_and_text(void **state) {
    (void)state;
    static const struct {
        SDL_Keycode sym;
        uint16_t mod;
        enum ui_key key;
    } keys[] = {
        {SDLK_TAB, 0, UI_KEY_TAB}, {SDLK_TAB, KMOD_LSHIFT, UI_KEY_BACKTAB},
        {SDLK_KP_ENTER, 0, UI_KEY_ENTER}, {SDLK_AC_BACK, 0, UI_KEY_ESCAPE},
        {SDLK_AUDIOPREV, 0, UI_KEY_BACKTAB}, {SDLK_AUDIONEXT, 0, UI_KEY_TAB},
        {SDLK_SELECT, 0, UI_KEY_ENTER}, {SDLK_AC_HOME, 0, UI_KEY_GO_HOME},
        {SDLK_HELP, 0, UI_KEY_HELP}, {SDLK_F1, 0, UI_KEY_HELP}, {SDLK_VOLUMEUP, 0, UI_KEY_LARGER},
        {SDLK_VOLUMEDOWN, 0, UI_KEY_SMALLER}, {SDLK_F13, 0, UI_KEY_BACKTAB},
        {SDLK_F14, 0, UI_KEY_TAB}, {SDLK_F15, 0, UI_KEY_ENTER}, {SDLK_F16, 0, UI_KEY_ESCAPE},
        {SDLK_F17, 0, UI_KEY_GO_HOME}, {SDLK_F18, 0, UI_KEY_HELP}, {SDLK_F19, 0, UI_KEY_LARGER},
        {SDLK_F20, 0, UI_KEY_SMALLER}, {SDLK_PAGEDOWN, 0, UI_KEY_PAGE_DOWN},
        {SDLK_F11, 0, UI_KEY_NONE}, {SDLK_LEFT, KMOD_RSHIFT, UI_KEY_SELECT_LEFT},
        {SDLK_LEFT, KMOD_LALT, UI_KEY_LEFT}, {SDLK_END, KMOD_LSHIFT, UI_KEY_SELECT_END},
        {SDLK_a, 0, UI_KEY_NONE}, {SDLK_a, KMOD_LCTRL, UI_KEY_SELECT_ALL},
        {SDLK_v, KMOD_RCTRL, UI_KEY_PASTE},
        {SDLK_v, KMOD_RCTRL | KMOD_RALT, UI_KEY_NONE}, /* AltGr writes */
    };
    for (size_t i = 0; i < ARRAY_LEN(keys); i++) {
        SDL_Event down = {
            .key = {.type = SDL_KEYDOWN, .keysym = {.sym = keys[i].sym, .mod = keys[i].mod}}};
        assert_int_equal(translated(&down, keys[i].key != UI_KEY_NONE).key, keys[i].key);
    }
    SDL_Event wheel = {.wheel = {.type = SDL_MOUSEWHEEL,
                           .preciseY = 1.5f,
                           .mouseX = 3,
                           .direction = SDL_MOUSEWHEEL_FLIPPED}};
    struct ui_event e = translated(&wheel, true);
    assert_true(e.wheel.y == -1.5f && e.at.x == 6);
    SDL_Event text = {.text = {.type = SDL_TEXTINPUT, .text = "안"}};
    e = translated(&text, true);
    assert_str_equal(e.text, "안");
    SDL_Event editing = {.edit = {.type = SDL_TEXTEDITING, .text = "はま"}};
    e = translated(&editing, true);
    assert_int_equal(e.type, UI_TEXT_EDITING);
    assert_str_equal(e.text, "はま");
}

static void
test_input__what_becomes_of_the_window(void **state) {
    (void)state;
    static const struct {
        Uint8 window;
        enum ui_event_type type;
    } changes[] = {
        {SDL_WINDOWEVENT_FOCUS_LOST, UI_FOCUS_LOST},
        {SDL_WINDOWEVENT_FOCUS_GAINED, UI_FOCUS_GAINED},
        {SDL_WINDOWEVENT_HIDDEN, UI_HIDDEN},
        {SDL_WINDOWEVENT_MINIMIZED, UI_HIDDEN},
        {SDL_WINDOWEVENT_SHOWN, UI_SHOWN},
        {SDL_WINDOWEVENT_RESTORED, UI_SHOWN},
        {SDL_WINDOWEVENT_EXPOSED, UI_SHOWN},
        {SDL_WINDOWEVENT_SIZE_CHANGED, UI_DISPLAY},
        {SDL_WINDOWEVENT_DISPLAY_CHANGED, UI_DISPLAY},
        {SDL_WINDOWEVENT_MOVED, UI_EVENT_NONE},
        {SDL_WINDOWEVENT_CLOSE, UI_CLOSE},
    };
    for (size_t i = 0; i < ARRAY_LEN(changes); i++) {
        SDL_Event event = {.window = {.type = SDL_WINDOWEVENT, .event = changes[i].window}};
        bool is_taken = changes[i].type != UI_EVENT_NONE;
        assert_int_equal(translated(&event, is_taken).type, changes[i].type);
    }
    static const struct {
        Uint32 sdl;
        enum ui_event_type type;
    } others[] = {
        {SDL_DISPLAYEVENT, UI_DISPLAY},
        {SDL_RENDER_DEVICE_RESET, UI_DEVICE_RESET},
        {SDL_RENDER_TARGETS_RESET, UI_DEVICE_RESET},
    };
    for (size_t i = 0; i < ARRAY_LEN(others); i++) {
        SDL_Event event = {.type = others[i].sdl};
        assert_int_equal(translated(&event, true).type, others[i].type);
    }
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_input__fingers_and_mouse_end_up_in_px),
        cmocka_unit_test(test_input__keys_wheel_and_text),
        cmocka_unit_test(test_input__what_becomes_of_the_window),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
