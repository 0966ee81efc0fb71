#include "watch_build.h"

#include "base/file.h"
#include "base/xalloc.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define PLACE "naru-watch-"

enum {
    KEEP_BYTES = 64 << 10, /* of messages; nobody reads more */
    YOUNG_S = 10,          /* a folder this new may be between its making and its lock */
};

extern char **environ;

/* Memory that goes with the login where there is such a place. */
static const char *
places(void) {
    const char *const wanted[] = {getenv("XDG_RUNTIME_DIR"), getenv("TMPDIR")};
    for (size_t i = 0; i < sizeof(wanted) / sizeof(wanted[0]); i++) {
        if (wanted[i] && wanted[i][0] == '/' && access(wanted[i], W_OK | X_OK) == 0) {
            return wanted[i];
        }
    }
    return "/tmp";
}

static int
open_folder(const char *path) {
    return open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
}

/* The folder and the plain files in it; it never has folders. */
static void
remove_place(const char *path, int fd) {
    struct arena arena;
    struct str *names;
    size_t count;
    struct err err;
    arena_init(&arena);
    if (file_list(path, &arena, &names, &count, &err)) {
        for (size_t i = 0; i < count; i++) {
            unlinkat(fd, names[i].p, 0);
        }
    }
    rmdir(path);
    arena_finish(&arena);
}

/* One that belongs to us and that no process holds any more. */
static void
sweep(const char *path) {
    struct stat info;
    int fd = open_folder(path);
    if (fd < 0) {
        return;
    }
    bool is_ours = fstat(fd, &info) == 0 && info.st_uid == geteuid();
    bool is_old = is_ours && info.st_mtime < time(NULL) - YOUNG_S;
    if (is_old && flock(fd, LOCK_EX | LOCK_NB) == 0) {
        remove_place(path, fd);
    }
    close(fd);
}

static void
sweep_all(void) {
    struct arena arena;
    struct str *names;
    size_t count;
    struct err err;
    arena_init(&arena);
    if (file_list(places(), &arena, &names, &count, &err)) {
        for (size_t i = 0; i < count; i++) {
            if (str_starts(names[i], STR(PLACE))) {
                sweep(arena_printf(&arena, "%s/%.*s", places(), STR_ARG(names[i])).p);
            }
        }
    }
    arena_finish(&arena);
}

void
watch_build_init(struct watch_build *build, const char *program) {
    *build = (struct watch_build){.program = xstrdup(program), .place_fd = -1, .output = -1};
    sweep_all();
}

void
watch_build_clear(struct watch_build *build) {
    if (build->place) {
        remove_place(build->place, build->place_fd);
        close(build->place_fd);
    }
    free(build->place);
    free(build->database);
    build->place = build->database = NULL;
    build->place_fd = -1;
}

static void
end_child(struct watch_build *build) {
    if (build->output >= 0) {
        kill(build->child, SIGKILL);
        waitpid(build->child, NULL, 0);
        close(build->output);
        build->output = -1;
    }
}

void
watch_build_finish(struct watch_build *build) {
    end_child(build);
    watch_build_clear(build);
    str_buf_finish(&build->messages);
    free(build->program);
    build->program = NULL;
}

static char *
join(const char *folder, const char *name) {
    size_t n = strlen(folder) + strlen(name) + 2;
    char *path = xmalloc(n);
    snprintf(path, n, "%s/%s", folder, name);
    return path;
}

static bool
make_place(struct watch_build *build, struct err *err) {
    watch_build_clear(build);
    build->place = join(places(), PLACE "XXXXXX");
    build->place_fd = mkdtemp(build->place) ? open_folder(build->place) : -1;
    if (build->place_fd < 0) {
        err_set(err, ERR_IO, "cannot make the folder %s: %s", build->place, strerror(errno));
        free(build->place);
        build->place = NULL;
        return false;
    }
    flock(build->place_fd, LOCK_EX | LOCK_NB);
    build->database = join(build->place, "naru.db");
    return true;
}

/* The child reads nothing, and all it says comes through one pipe. 0, or the error. */
static int
spawn(struct watch_build *build, const char *const *words, int output) {
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    sigset_t none, pipe_only;
    sigemptyset(&none);
    sigemptyset(&pipe_only);
    sigaddset(&pipe_only, SIGPIPE);
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, output, STDERR_FILENO);
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &pipe_only);
    char **argv = (char **)(uintptr_t)words; /* posix_spawn() writes to none of them */
    int why = posix_spawn(&build->child, build->program, &actions, &attributes, argv, environ);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return why;
}

bool
watch_build_start(
    struct watch_build *build, const char *folder, enum locale_id locale, struct err *err) {
    int ends[2];
    end_child(build);
    if (!make_place(build, err)) {
        return false;
    }
    if (pipe(ends) != 0) {
        return err_set(err, ERR_IO, "cannot start %s: %s", build->program, strerror(errno));
    }
    fcntl(ends[0], F_SETFD, FD_CLOEXEC); /* nobody else starts programs in between */
    fcntl(ends[1], F_SETFD, FD_CLOEXEC);
    char *source = folder[0] == '-' ? join(".", folder) : xstrdup(folder); /* not an option */
    const char *words[] = {build->program, "build", source, "-o", build->database, "--locale",
        locale_tag(locale), NULL};
    int why = spawn(build, words, ends[1]);
    free(source);
    close(ends[1]);
    if (why != 0) {
        close(ends[0]);
        watch_build_clear(build);
        return err_set(err, ERR_IO, "cannot start %s: %s", build->program, strerror(why));
    }
    build->output = ends[0];
    fcntl(build->output, F_SETFL, O_NONBLOCK);
    str_buf_clear(&build->messages);
    return true;
}

/* True when the child has closed its end. */
static bool
read_output(struct watch_build *build, bool wait) {
    char bytes[4096];
    for (;;) {
        ssize_t n = read(build->output, bytes, sizeof(bytes));
        if (n == 0) {
            return true;
        }
        if (n > 0 && build->messages.n < KEEP_BYTES) {
            str_buf_add(&build->messages, (struct str){bytes, (size_t)n});
        }
        if (n < 0 && errno != EINTR && !wait) {
            return false;
        }
        if (n < 0 && errno == EAGAIN) {
            struct pollfd pipe_end = {.fd = build->output, .events = POLLIN};
            poll(&pipe_end, 1, -1);
        } else if (n < 0 && errno != EINTR) {
            return true;
        }
    }
}

/* A mistake in the sources comes as file:line:column; what the system refused, under the program's
 * own name. Any end but a plain exit is the system's as well. */
static enum watch_build_state
judge(struct watch_build *build, int status) {
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0) {
        return WATCH_BUILD_DONE;
    }
    if (WIFSIGNALED(status)) {
        str_buf_printf(&build->messages, "%s%s: ended by signal %d (%s)\n",
            build->messages.n ? "\n" : "", build->program, WTERMSIG(status),
            strsignal(WTERMSIG(status)));
        return WATCH_BUILD_TROUBLE;
    }
    struct str text = str_buf_str(&build->messages);
    bool is_refused =
        text.n == 0 || str_starts(text, STR("naru-content: ")) || WEXITSTATUS(status) != 1;
    return is_refused ? WATCH_BUILD_TROUBLE : WATCH_BUILD_MISTAKE;
}

enum watch_build_state
watch_build_poll(struct watch_build *build, bool wait) {
    int status = 0;
    if (build->output < 0) {
        return WATCH_BUILD_NONE;
    }
    if (!read_output(build, wait)) {
        return WATCH_BUILD_RUNS;
    }
    pid_t ended = waitpid(build->child, &status, wait ? 0 : WNOHANG);
    if (ended == 0) {
        return WATCH_BUILD_RUNS;
    }
    close(build->output);
    build->output = -1;
    enum watch_build_state state = ended < 0 ? WATCH_BUILD_TROUBLE : judge(build, status);
    if (state != WATCH_BUILD_DONE) {
        watch_build_clear(build);
    }
    return state;
}
