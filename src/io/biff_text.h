// Texts in the records of Excel's old workbooks ([MS-XLS] 2.5.240, 2.5.293, 2.5.294).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace harmattan::io {

// Reads from a record and those that continue it. At the border between two, a text's characters begin anew with a
// byte that says whether each has one byte or two.
class BiffCursor {
  public:
    // The parts must outlive the cursor.
    explicit BiffCursor(std::vector<std::string_view> parts) : parts_(std::move(parts)) {}

    bool has_ended() const;
    // A number of up to 4 bytes; 0 past the end.
    std::uint32_t number(std::size_t size);
    // A text whose length stands before it in `length_bytes` (1 or 2), with formatting and pronunciation passed
    // over. In UTF-8; cut where the record ends.
    std::string text(std::size_t length_bytes);

  private:
    int byte();
    void skip(std::size_t bytes);
    void leave_ended_parts();

    std::vector<std::string_view> parts_;
    std::size_t part_ = 0, at_ = 0;
};

}  // namespace harmattan::io
