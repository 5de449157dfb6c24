/* readings.c: writes how characters are read, as ICU transliterates them, when the program is
 * built.
 *
 * ICU takes a fifth of a second to load its rules, and some 12 microseconds for a character. The
 * program has the readings of all characters of the first plane in a table instead: a line
 * READING(code point, "text") for each that has one, of letters a to z, digits, and - for a run of
 * anything else. Squared words have none: they take more than LONGEST bytes. */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <unicode/utrans.h>

enum { FIRST = 0x80, LAST = 0xFFFF, UNITS = 64, LONGEST = 7 };

static bool is_surrogate(uint32_t code)
{
    return code >= 0xD800 && code <= 0xDFFF;
}

/* Letters and digits, and one - for each run of others. Returns how many letters and digits. */
static int plain(const UChar *units, int32_t n, char text[UNITS])
{
    int length = 0, kept = 0;
    for (int32_t i = 0; i < n; i++) {
        bool keep = (units[i] >= 'a' && units[i] <= 'z') || (units[i] >= '0' && units[i] <= '9');
        if (keep || length == 0 || text[length - 1] != '-')
            text[length++] = keep ? (char)units[i] : '-';
        kept += keep;
    }
    text[length] = '\0';
    return length <= LONGEST ? kept : 0;
}

int main(void)
{
    static const UChar id[] = u"Han-Latin; Latin-ASCII; Lower";
    UErrorCode status = U_ZERO_ERROR;
    UTransliterator *sound = utrans_openU(id, -1, UTRANS_FORWARD, NULL, 0, NULL, &status);
    for (uint32_t code = FIRST; U_SUCCESS(status) && code <= LAST; code++) {
        UChar units[UNITS] = {(UChar)code};
        char text[UNITS];
        int32_t n = 1, limit = 1;
        if (is_surrogate(code))
            continue;
        utrans_transUChars(sound, units, &n, UNITS / 2, 0, &limit, &status);
        if (U_SUCCESS(status) && plain(units, n, text))
            printf("READING(0x%04X, \"%s\")\n", code, text);
    }
    if (U_FAILURE(status))
        fprintf(stderr, "ICU cannot transliterate Chinese: %s\n", u_errorName(status));
    else
        utrans_close(sound);
    return U_FAILURE(status) || fflush(stdout) != 0;
}
