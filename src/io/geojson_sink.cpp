#include "base/pending_file.h"
#include "io/event_sink.h"
#include "io/json_text.h"
#include "io/output_buffer.h"

namespace harmattan::io {
namespace {

// RFC 7946, a line a feature. Written here and not by GDAL: that rounds coordinates to seven decimals, writes
// other reals with up to 17 digits where fewer say the same, and dates with strokes.
class GeoJsonSink final : public EventSink {
  public:
    GeoJsonSink(const std::filesystem::path& target, const TableMetadata& metadata) : file_(target), out_(file_) {
        line_ = R"({"type":"FeatureCollection","name":"events")";
        add_member("title", metadata.title);
        add_list("credits", metadata.credits);
        add_list("notes", metadata.notes);
        line_ += ",\"features\":[";
        out_.add(line_);
    }

    void write(std::span<const Cell> cells, geo::LonLat place) override {
        line_ = is_first_ ? "\n" : ",\n";
        is_first_ = false;
        line_ += R"({"type":"Feature","properties":{)";
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (i > 0) line_.push_back(',');
            append_json_text(line_, event_columns()[i].name);
            line_.push_back(':');
            add_value(cells[i]);
        }
        line_ += R"(},"geometry":{"type":"Point","coordinates":[)";
        add_value(place.lon_deg);
        line_.push_back(',');
        add_value(place.lat_deg);
        line_ += "]}}";
        out_.add(line_);
    }
    void finish() override {
        out_.add("\n]}\n");
        out_.flush();
    }
    std::filesystem::path path() const override { return file_.path(); }
    void commit() override { file_.commit(); }

  private:
    void add_value(const Cell& cell) {
        write_cell(cell, cell_);
        const bool is_quoted =
            std::holds_alternative<std::string_view>(cell) || std::holds_alternative<base::Day>(cell);
        if (is_quoted)
            append_json_text(line_, cell_);
        else
            line_ += cell_.empty() ? "null" : cell_;
    }
    void add_member(std::string_view name, const std::string& text) {
        line_.push_back(',');
        append_json_text(line_, name);
        line_.push_back(':');
        append_json_text(line_, text);
    }
    void add_list(std::string_view name, const std::vector<std::string>& texts) {
        line_.push_back(',');
        append_json_text(line_, name);
        line_ += ":[";
        for (const std::string& text : texts) {
            if (line_.back() != '[') line_.push_back(',');
            append_json_text(line_, text);
        }
        line_.push_back(']');
    }

    base::PendingFile file_;
    OutputBuffer out_;
    std::string line_, cell_;
    bool is_first_ = true;
};

}  // namespace

std::unique_ptr<EventSink> geojson_sink(const std::filesystem::path& target, const TableMetadata& metadata) {
    return std::make_unique<GeoJsonSink>(target, metadata);
}

}  // namespace harmattan::io
