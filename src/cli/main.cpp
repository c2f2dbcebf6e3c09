#include <cstdio>
#include <cstdlib>

#include "cli/run.h"

int main(int argc, char** argv) {
    const int status = harmattan::cli::run({argv + 1, argv + argc});
    // All files are closed and all threads have ended; the libraries' own tidying up at exit (GDAL, Mesa, LLVM)
    // would only take time, some 20 ms of a picture's 350.
    std::fflush(stdout);
    std::fflush(stderr);
    std::_Exit(status);
}
