#include "record/frame_converter.h"

#include "base/error.h"

namespace harmattan::record {
namespace {

void check(int result) {
    if (result < 0) throw base::Error("film.cannot_convert", {{"reason", av::words(result)}});
}

}  // namespace

// At equal size the flags only say how chroma is averaged. Measured on a 1920x1080 map: these take 3.6 ms a frame
// and give 45.9 dB after the way back; SWS_POINT 3.4 ms and 44.5 dB; bicubic without full chroma input 5.4 ms.
FrameConverter::FrameConverter(base::PixelSize size)
    : scaler_(av::library().sws_getContext(size.width, size.height, AV_PIX_FMT_RGBA, size.width, size.height,
                                           AV_PIX_FMT_YUV420P, SWS_BICUBIC | SWS_ACCURATE_RND | SWS_FULL_CHR_H_INP,
                                           nullptr, nullptr, nullptr)),
      frame_(av::library().av_frame_alloc()) {
    if (!scaler_ || !frame_) check(AVERROR(ENOMEM));
    constexpr int full_range = 1, video_range = 0, contrast = 1 << 16, saturation = 1 << 16;
    const int* bt709 = av::library().sws_getCoefficients(SWS_CS_ITU709);
    check(av::library().sws_setColorspaceDetails(scaler_.get(), bt709, full_range, bt709, video_range, 0, contrast,
                                                 saturation));
    frame_->format = AV_PIX_FMT_YUV420P;
    frame_->width = size.width;
    frame_->height = size.height;
    frame_->color_range = AVCOL_RANGE_MPEG;
    frame_->colorspace = AVCOL_SPC_BT709;
    frame_->color_primaries = AVCOL_PRI_BT709;
    frame_->color_trc = AVCOL_TRC_BT709;
    check(av::library().av_frame_get_buffer(frame_.get(), 0));
}

AVFrame* FrameConverter::convert(const base::Image& image) {
    check(av::library().av_frame_make_writable(frame_.get()));
    const std::uint8_t* planes[] = {image.rgba.data()};
    const int bytes_per_row[] = {image.size.width * 4};
    check(av::library().sws_scale(scaler_.get(), planes, bytes_per_row, 0, image.size.height, frame_->data,
                                  frame_->linesize));
    return frame_.get();
}

}  // namespace harmattan::record
