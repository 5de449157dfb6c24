/* main.c: graphtool: official replies of district agencies as a graph in which every tie points at
 * the words that state it. */
#include "cli/command.h"

int main(int argc, char **argv)
{
    return gt_cli_main(argc, argv);
}
