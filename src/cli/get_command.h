// harmattan get: fetches published data into the user's data folder.
#pragma once

#include <optional>
#include <string>

#include "cli/command.h"
#include "cli/shared_options.h"
#include "fetch/fetch.h"

namespace harmattan::cli {

class GetCommand final : public Command {
  public:
    void declare(CLI::App& parser, const Console& console) override;
    void check() override;
    int run(const Console& console) override;

  private:
    fetch::Fetched fetch_it(const Console& console) const;
    void print(const Console& console, const fetch::Fetched& fetched) const;
    std::string as_json(const fetch::Fetched& fetched) const;

    SharedOptions shared_;
    std::string source_;
    std::optional<std::string> version_, month_, folder_text_;
    bool unchecked_ = false;

    fetch::Download download_;
    std::filesystem::path folder_;
    fetch::FetchOptions options_;
};

}  // namespace harmattan::cli
