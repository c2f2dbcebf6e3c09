// Owners of libav objects, and libav's error numbers as words.
#pragma once

#include <memory>
#include <string>

#include "record/av_library.h"

namespace harmattan::record::av {

struct Free {
    void operator()(AVCodecContext* codec) const { library().avcodec_free_context(&codec); }
    void operator()(AVFrame* frame) const { library().av_frame_free(&frame); }
    void operator()(AVPacket* packet) const { library().av_packet_free(&packet); }
    void operator()(SwsContext* scaler) const { library().sws_freeContext(scaler); }
};

using Codec = std::unique_ptr<AVCodecContext, Free>;
using Frame = std::unique_ptr<AVFrame, Free>;
using Packet = std::unique_ptr<AVPacket, Free>;
using Scaler = std::unique_ptr<SwsContext, Free>;

struct CloseInput {
    void operator()(AVFormatContext* input) const { library().avformat_close_input(&input); }
};
using Input = std::unique_ptr<AVFormatContext, CloseInput>;

struct CloseOutput {
    void operator()(AVFormatContext* output) const {
        library().avio_closep(&output->pb);  // its result was looked at when the film ended well
        library().avformat_free_context(output);
    }
};
using Output = std::unique_ptr<AVFormatContext, CloseOutput>;

inline std::string words(int error) {
    char text[AV_ERROR_MAX_STRING_SIZE] = {};
    library().av_strerror(error, text, sizeof text);
    return text;
}

}  // namespace harmattan::record::av
