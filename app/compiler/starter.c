#include "compiler/starter.h"

bool
starter_write(const char *folder, struct err *err) {
    return err_set(err, ERR_USAGE, "not yet: %s", folder);
}
