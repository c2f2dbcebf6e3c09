# harmattan_module(NAME [USES modules...] [LIBRARIES targets...]): the library of the folder it is called in.
# USES are the modules below it whose headers its own headers or sources include; src/modules.txt lists what
# is permitted and a test holds the two together.
function(harmattan_module name)
  cmake_parse_arguments(arg "" "" "USES;LIBRARIES" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS *.cpp *.h)
  list(FILTER sources EXCLUDE REGEX "/main\\.cpp$")
  add_library(${name} STATIC ${sources})
  target_include_directories(${name} PUBLIC ${CMAKE_SOURCE_DIR}/src)
  target_link_libraries(${name} PUBLIC ${arg_USES} PRIVATE ${arg_LIBRARIES} fmt::fmt harmattan_warnings)
  target_precompile_headers(${name} PRIVATE
    <algorithm> <array> <cmath> <cstdint> <functional> <map> <memory> <optional> <span> <string> <string_view>
    <vector> <fmt/core.h>)
endfunction()

# harmattan_tests(NAME [DRAWS] [LIBRARIES ...]): the test program of the folder it is called in, tests/NAME, with each
# test case registered as NAME/case. DRAWS: its tests use OpenGL. Mesa's drivers keep some allocations and are unloaded
# before LeakSanitizer looks, so those leaks have no module to suppress them by: leaks alone are then not looked for.
function(harmattan_tests name)
  cmake_parse_arguments(arg "DRAWS" "" "LIBRARIES" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS *.cpp *.h)
  add_executable(test_${name} ${sources})
  target_include_directories(test_${name} PRIVATE ${CMAKE_SOURCE_DIR}/tests)
  target_link_libraries(test_${name} PRIVATE ${arg_LIBRARIES} test_support Catch2::Catch2WithMain fmt::fmt
    harmattan_warnings)
  target_precompile_headers(test_${name} PRIVATE "${CMAKE_SOURCE_DIR}/tests/support/catch.h")
  set(environment "")
  if(arg_DRAWS)
    set(environment ENVIRONMENT ASAN_OPTIONS=detect_leaks=0)
  endif()
  catch_discover_tests(test_${name} TEST_PREFIX "${name}/"
    PROPERTIES SKIP_RETURN_CODE 4 TIMEOUT 300 ${environment})
endfunction()
