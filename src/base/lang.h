/* lang.h: the two languages of everything that a user reads. */
#ifndef GT_BASE_LANG_H
#define GT_BASE_LANG_H

enum gt_lang { GT_EN, GT_ZH };

enum { GT_LANGS = 2 };

/* A text in both languages, as the .def tables hold it: text.in[lang]. Never null. */
struct gt_text {
    const char *in[GT_LANGS];
};

#define GT_TEXT(en_, zh_)                                                                          \
    {                                                                                              \
        .in = { [GT_EN] = (en_), [GT_ZH] = (zh_) }                                                 \
    }

/* One of two literals by language; where it is a format, the compiler checks both. */
__attribute__((format_arg(2), format_arg(3))) static inline const char *gt_say(enum gt_lang lang,
                                                                               const char *en,
                                                                               const char *zh)
{
    return lang == GT_ZH ? zh : en;
}

/* The language that a user's locale names (LC_ALL, LC_MESSAGES, LANG as read from the environment):
 * GT_ZH for zh*, otherwise GT_EN. Reads the environment only. */
enum gt_lang gt_lang_from_environment(void);

#endif
