/* banned.h: functions that do not compile here; the Makefile includes it in front of every file.
 * They overflow, depend on the locale, or hide state. */
#ifndef GT_BASE_BANNED_H
#define GT_BASE_BANNED_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#pragma GCC poison strcpy strcat strncpy strncat sprintf vsprintf strtok atoi atof atol strtod
#pragma GCC poison rand srand localtime gmtime asctime ctime gets

#endif
