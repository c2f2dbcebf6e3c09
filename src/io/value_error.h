// A value of a story file that cannot be used, with the reason as an error of its own, so that both are said in
// one language.
#pragma once

#include "base/error.h"

namespace harmattan::io {

// Key "toml.bad_value"; values file, line, column, key, and the English reason.
class ValueError : public base::Error {
  public:
    ValueError(base::NamedValues place, const base::Error& reason)
        : Error("toml.bad_value", with_reason(std::move(place), reason)), reason_(reason) {}

    const base::Error& reason() const { return reason_; }

  private:
    static base::NamedValues with_reason(base::NamedValues place, const base::Error& reason) {
        place.emplace_back("reason", reason.what());
        return place;
    }

    base::Error reason_;
};

}  // namespace harmattan::io
