// From the program's arguments to its exit status.
#pragma once

#include <string>
#include <vector>

namespace harmattan::cli {

// `arguments` without the program's name. Errors become words on standard error here.
int run(std::vector<std::string> arguments);

}  // namespace harmattan::cli
