/* lang.c: the user's language, from the environment alone (no setlocale: numbers must not change).
 */
#include "base/lang.h"

#include <stdlib.h>
#include <string.h>

enum gt_lang gt_lang_from_environment(void)
{
    static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *value = getenv(names[i]);
        if (value && *value)
            return strncmp(value, "zh", 2) == 0 ? GT_ZH : GT_EN;
    }
    return GT_EN;
}
