// libav, loaded when a film is first made: its some 60 libraries would cost every picture 28 ms at the start.
#pragma once

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/opt.h>
#include <libswscale/swscale.h>
}

namespace harmattan::record::av {

// The functions we use, by the library that holds them.
// clang-format off
#define HARMATTAN_AVUTIL_FUNCTIONS(X) \
    X(av_dict_free) X(av_dict_set) X(av_frame_alloc) X(av_frame_free) X(av_frame_get_buffer) \
    X(av_frame_make_writable) X(av_log_set_level) X(av_opt_set) X(av_opt_set_double) X(av_strerror)
#define HARMATTAN_AVCODEC_FUNCTIONS(X) \
    X(av_packet_alloc) X(av_packet_free) X(av_packet_rescale_ts) X(av_packet_unref) \
    X(avcodec_alloc_context3) X(avcodec_find_encoder_by_name) X(avcodec_free_context) X(avcodec_open2) \
    X(avcodec_parameters_from_context) X(avcodec_receive_packet) X(avcodec_send_frame) \
    X(avcodec_version)
#define HARMATTAN_AVFORMAT_FUNCTIONS(X) \
    X(av_find_input_format) X(av_interleaved_write_frame) X(av_read_frame) X(av_write_trailer) \
    X(avformat_alloc_output_context2) X(avformat_close_input) X(avformat_free_context) \
    X(avformat_new_stream) X(avformat_open_input) X(avformat_version) X(avformat_write_header) \
    X(avio_closep) X(avio_open)
#define HARMATTAN_SWSCALE_FUNCTIONS(X) \
    X(sws_freeContext) X(sws_getContext) X(sws_getCoefficients) X(sws_scale) X(sws_setColorspaceDetails)
// clang-format on

// Pointers of the headers' own types under the functions' own names: av::library().avcodec_open2(...).
struct Library {
#define HARMATTAN_DECLARE(name) decltype(&::name) name = nullptr;
    HARMATTAN_AVUTIL_FUNCTIONS(HARMATTAN_DECLARE)
    HARMATTAN_AVCODEC_FUNCTIONS(HARMATTAN_DECLARE)
    HARMATTAN_AVFORMAT_FUNCTIONS(HARMATTAN_DECLARE)
    HARMATTAN_SWSCALE_FUNCTIONS(HARMATTAN_DECLARE)
#undef HARMATTAN_DECLARE
};

// Loads the versions that the program was built for, once. Throws Error "film.no_library" (library, reason).
const Library& library();

}  // namespace harmattan::record::av
