#include "render/gl/driver_log.h"

#include "base/error.h"
#include "render/context.h"
#include "support/catch.h"

using namespace harmattan;

TEST_CASE("an OpenGL error becomes an error with the driver's own words, once") {
    const auto context = render::make_headless_context(render::RendererChoice::software);
    render::gl::DriverLog log;
    CHECK_NOTHROW(log.check());
    glEnable(0xffff);  // no such capability
    try {
        log.check();
        FAIL("no error");
    } catch (const base::Error& error) {
        CHECK(error.key() == "gl.error");
        const std::string words = error.what();
        CHECK(words.find("0x0500") != std::string::npos);  // GL_INVALID_ENUM
        if (GLAD_GL_KHR_debug != 0) CHECK(words.find("glEnable") != std::string::npos);
    }
    CHECK_NOTHROW(log.check());
}

TEST_CASE("each headless choice gives OpenGL 4.1 core or says why not") {
    const auto context = render::make_headless_context(render::RendererChoice::software);
    CHECK(context->is_software());
    CHECK(context->description().find("OpenGL 4.") != std::string::npos);
    try {
        const auto gpu = render::make_headless_context(render::RendererChoice::gpu);
        CHECK_FALSE(gpu->is_software());
    } catch (const base::Error& error) {
        CHECK(error.key() == "gl.no_gpu");
        CHECK(std::string(error.what()).find("--renderer software") != std::string::npos);
    }
    CHECK_THROWS_AS(render::parse_renderer("fast"), base::Error);
}
