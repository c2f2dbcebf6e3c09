# The warnings every target of ours is compiled with; Debian's headers come in as SYSTEM and stay silent.
add_library(harmattan_warnings INTERFACE)
target_compile_options(harmattan_warnings INTERFACE
  $<$<COMPILE_LANGUAGE:CXX>:-Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual
    -Wcast-align -Wunused -Wdouble-promotion -Wformat=2 -Wimplicit-fallthrough>
  $<$<AND:$<COMPILE_LANGUAGE:CXX>,$<BOOL:${HARMATTAN_WERROR}>>:-Werror>)
