// harmattan convert: cleaned events as a table for other programs.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/convert_table.h"
#include "cli/convert_words.h"
#include "cli/shared_options.h"
#include "cli/source_terms.h"

namespace harmattan::cli {

class ConvertCommand final : public Command {
  public:
    void declare(CLI::App& parser, const Console& console) override;
    void check() override;
    int run(const Console& console) override;

  private:
    void check_output_files() const;
    TableToWrite read(const Console& console) const;
    std::vector<CreditedSource> credited(const TableToWrite& table, const std::vector<io::SourceUse>& uses,
                                         const Console& console) const;
    io::EventsWritten write(const TableToWrite& table, const io::TableMetadata& metadata,
                            const Console& console) const;

    SharedOptions shared_;
    std::optional<std::string> output_, generalise_text_, accessed_text_;
    TermsAnswers answers_;
    ConvertOrder order_;
};

}  // namespace harmattan::cli
