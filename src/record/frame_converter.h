// From a frame's RGBA to the encoder's yuv420p, BT.709, video range.
#pragma once

#include "base/image.h"
#include "record/av_handles.h"

namespace harmattan::record {

class FrameConverter {
  public:
    explicit FrameConverter(base::PixelSize size);

    // A frame that may be written to: a buffer that the encoder still holds is not touched.
    AVFrame* convert(const base::Image& image);

  private:
    av::Scaler scaler_;
    av::Frame frame_;
};

}  // namespace harmattan::record
