#include "record/h264_file.h"

#include "base/error.h"

namespace harmattan::record {
namespace {

constexpr const char* encoder_name = "libx264";
constexpr int encoder_threads = 8;

// Keywords of PNG and what MP4 calls them.
constexpr std::pair<std::string_view, const char*> metadata_names[] = {
    {"Title", "title"}, {"Description", "comment"}, {"Source", "description"}};

void set_metadata(AVDictionary** metadata, const PngTexts& texts) {
    for (const auto& [keyword, text] : texts)
        for (const auto& [png_name, mp4_name] : metadata_names)
            if (keyword == png_name) av::library().av_dict_set(metadata, mp4_name, text.c_str(), 0);
}

}  // namespace

H264File::H264File(const std::filesystem::path& path, std::filesystem::path shown_path, const FilmFormat& format,
                   const PngTexts& texts)
    : shown_path_(std::move(shown_path)), packet_(av::library().av_packet_alloc()) {
    // What libav has to say to a developer; errors reach the person as our own words.
    av::library().av_log_set_level(AV_LOG_QUIET);
    if (!packet_) check(AVERROR(ENOMEM));
    open_encoder(format);
    open_file(path, format, texts);
}

int H264File::check(int result) const {
    if (result >= 0) return result;
    // What the operating system says (disk full, no permission) and what libav says are different messages.
    const bool is_system = result == AVERROR(ENOSPC) || result == AVERROR(EACCES) || result == AVERROR(EIO) ||
                           result == AVERROR(EDQUOT) || result == AVERROR(EFBIG) || result == AVERROR(EROFS);
    throw base::Error(is_system ? "output.cannot_write" : "film.failed",
                      {{"path", shown_path_.string()}, {"reason", av::words(result)}});
}

void H264File::open_encoder(const FilmFormat& format) {
    const AVCodec* encoder = av::library().avcodec_find_encoder_by_name(encoder_name);
    if (encoder == nullptr) throw base::Error("film.no_encoder", {{"encoder", encoder_name}});
    codec_.reset(av::library().avcodec_alloc_context3(encoder));
    if (!codec_) check(AVERROR(ENOMEM));
    codec_->width = format.size.width;
    codec_->height = format.size.height;
    codec_->pix_fmt = AV_PIX_FMT_YUV420P;
    codec_->sample_aspect_ratio = {1, 1};
    codec_->time_base = {1, format.fps};
    codec_->framerate = {format.fps, 1};
    codec_->color_range = AVCOL_RANGE_MPEG;
    codec_->colorspace = AVCOL_SPC_BT709;
    codec_->color_primaries = AVCOL_PRI_BT709;
    codec_->color_trc = AVCOL_TRC_BT709;
    codec_->chroma_sample_location = AVCHROMA_LOC_LEFT;
    codec_->flags |= AV_CODEC_FLAG_GLOBAL_HEADER;  // MP4 keeps the parameter sets in its header
    check(av::library().av_opt_set(codec_->priv_data, "preset", "medium", 0));
    check(av::library().av_opt_set_double(codec_->priv_data, "crf", 18, 0));
    // A stated number, so that a film has the same bytes whatever number of cores made it. More than a small
    // machine's cores, because the renderer and the conversion leave gaps that they fill (2 to 3 % of a film's
    // time on two cores).
    codec_->thread_count = encoder_threads;
    check(av::library().avcodec_open2(codec_.get(), encoder, nullptr));
}

void H264File::open_file(const std::filesystem::path& path, const FilmFormat& format, const PngTexts& texts) {
    AVFormatContext* context = nullptr;
    check(av::library().avformat_alloc_output_context2(&context, nullptr, "mp4", path.c_str()));
    file_.reset(context);
    stream_ = av::library().avformat_new_stream(context, nullptr);
    if (stream_ == nullptr) check(AVERROR(ENOMEM));
    check(av::library().avcodec_parameters_from_context(stream_->codecpar, codec_.get()));
    stream_->time_base = codec_->time_base;
    stream_->avg_frame_rate = {format.fps, 1};
    set_metadata(&context->metadata, texts);
    check(av::library().avio_open(&context->pb, path.c_str(), AVIO_FLAG_WRITE));
    AVDictionary* options = nullptr;
    av::library().av_dict_set(&options, "movflags", "+faststart", 0);
    const int result = av::library().avformat_write_header(context, &options);
    av::library().av_dict_free(&options);
    check(result);
}

void H264File::add(AVFrame* frame) {
    frame->pts = frame_count_++;
    frame->pict_type = AV_PICTURE_TYPE_NONE;
    encode(frame);
}

void H264File::encode(const AVFrame* frame) {
    check(av::library().avcodec_send_frame(codec_.get(), frame));
    while (true) {
        const int result = av::library().avcodec_receive_packet(codec_.get(), packet_.get());
        if (result == AVERROR(EAGAIN) || result == AVERROR_EOF) return;
        check(result);
        packet_->duration = 1;  // in frames; the muxer would guess it otherwise
        packet_->stream_index = stream_->index;
        av::library().av_packet_rescale_ts(packet_.get(), codec_->time_base, stream_->time_base);
        check(av::library().av_interleaved_write_frame(file_.get(), packet_.get()));
    }
}

void H264File::finish() {
    encode(nullptr);
    check(av::library().av_write_trailer(file_.get()));
    check(av::library().avio_closep(&file_->pb));
}

bool has_film_encoder() {
    try {
        return av::library().avcodec_find_encoder_by_name(encoder_name) != nullptr;
    } catch (const base::Error&) {
        return false;  // no libav, no encoder
    }
}

std::vector<std::pair<std::string, std::string>> film_library_versions() {
    const auto version = [](unsigned number) {
        return fmt::format("{}.{}.{}", number >> 16, number >> 8 & 255, number & 255);
    };
    try {
        return {{"libavcodec", version(av::library().avcodec_version())},
                {"libavformat", version(av::library().avformat_version())}};
    } catch (const base::Error&) {
        return {};
    }
}

}  // namespace harmattan::record
