#include "cli/command.h"

#include "cli/convert_command.h"
#include "cli/doctor_command.h"
#include "cli/get_command.h"
#include "cli/inspect_command.h"
#include "cli/record_command.h"
#include "cli/snap_command.h"
#include "cli/window_command.h"

namespace harmattan::cli {

const std::vector<std::string>& verbs() {
    static const std::vector<std::string> names{"snap", "record", "inspect", "convert", "get", "doctor"};
    return names;
}

std::unique_ptr<Command> make_command(std::string_view verb) {
    if (verb == "snap") return std::make_unique<SnapCommand>();
    if (verb == "record") return std::make_unique<RecordCommand>();
    if (verb == "inspect") return std::make_unique<InspectCommand>();
    if (verb == "convert") return std::make_unique<ConvertCommand>();
    if (verb == "get") return std::make_unique<GetCommand>();
    if (verb == "doctor") return std::make_unique<DoctorCommand>();
    return std::make_unique<WindowCommand>();
}

}  // namespace harmattan::cli
