#include "io/table_metadata.h"

#include <utility>

#include "io/json_text.h"

namespace harmattan::io {
namespace {

const char* datatype(ColumnType type) {
    switch (type) {
        case ColumnType::integer:
            return "integer";
        case ColumnType::real:
            return "double";
        case ColumnType::date:
            return "date";
        default:
            return "string";
    }
}

// An object whose members are added in order.
class Members {
  public:
    Members(std::string& json, std::string indent) : json_(json), indent_(std::move(indent)) { json_ += "{"; }

    Members& text(std::string_view name, std::string_view value) {
        begin(name);
        append_json_text(json_, value);
        return *this;
    }
    Members& texts(std::string_view name, const std::vector<std::string>& values) {
        begin(name);
        json_ += "[";
        for (std::size_t i = 0; i < values.size(); ++i) {
            json_ += (i > 0 ? ",\n" : "\n") + indent_ + "  ";
            append_json_text(json_, values[i]);
        }
        json_ += "]";
        return *this;
    }
    std::string& begin(std::string_view name) {
        json_ += std::exchange(is_first_, false) ? "" : ",";
        json_ += "\n" + indent_;
        append_json_text(json_, name);
        json_ += ": ";
        return json_;
    }
    void end() { json_ += "}"; }

  private:
    std::string& json_;
    std::string indent_;
    bool is_first_ = true;
};

void add_columns(std::string& json) {
    json += "{\"columns\": [";
    bool is_first = true;
    for (const EventColumn& column : event_columns()) {
        json += std::exchange(is_first, false) ? "\n    " : ",\n    ";
        Members(json, "      ")
            .text("name", column.name)
            .text("titles", column.name)
            .text("datatype", datatype(column.type))
            .text("dc:description", column.description_en)
            .end();
    }
    json += "]}";
}

}  // namespace

std::string metadata_json(const TableMetadata& metadata, const std::string& file_name, bool is_csv) {
    std::string json;
    Members members(json, "  ");
    members.text("@context", "http://www.w3.org/ns/csvw")
        .text("url", file_name)
        .text("dc:title", metadata.title)
        .texts("dc:source", metadata.credits)
        .texts("dc:description", metadata.notes);
    if (is_csv) add_columns(members.begin("tableSchema"));
    members.end();
    return json + "\n";
}

}  // namespace harmattan::io
