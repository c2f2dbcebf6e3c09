# Embeds files into the program: each becomes bytes in the read-only segment under its path name, such as
# "data/sahel/countries.fgb", "shaders/event.frag" or "fonts/NotoSans-Regular.ttf" (see base/resources.h).
# The assembler's .incbin does the work, so a large file costs no compile time.
# The fonts are those of Debian's fonts-noto-core, under the Open Font Licence 1.1.
find_path(noto_dir NotoSans-Regular.ttf PATHS /usr/share/fonts/truetype/noto REQUIRED NO_DEFAULT_PATH)

file(GLOB_RECURSE embedded_files CONFIGURE_DEPENDS RELATIVE ${CMAKE_SOURCE_DIR}
  ${CMAKE_SOURCE_DIR}/shaders/*.vert ${CMAKE_SOURCE_DIR}/shaders/*.frag ${CMAKE_SOURCE_DIR}/shaders/*.glsl
  ${CMAKE_SOURCE_DIR}/data/*.txt ${CMAKE_SOURCE_DIR}/data/*.toml ${CMAKE_SOURCE_DIR}/data/*.csv
  ${CMAKE_SOURCE_DIR}/data/*.fgb ${CMAKE_SOURCE_DIR}/data/*.geojson)
list(SORT embedded_files)

set(asm "    .section .rodata\n")
set(table "#include \"base/resources.h\"\n\nnamespace harmattan::base::detail {\n")
set(declarations "")
set(rows "")
set(depends "")
set(index 0)
function(embed_one name path)
  string(APPEND asm
    "    .balign 16\n    .global harmattan_resource_${index}\nharmattan_resource_${index}:\n    .incbin \"${path}\"\n"
    "    .global harmattan_resource_${index}_end\nharmattan_resource_${index}_end:\n    .byte 0\n")
  string(APPEND declarations
    "extern \"C\" const char harmattan_resource_${index}[], harmattan_resource_${index}_end[];\n")
  string(APPEND rows "    {\"${name}\", harmattan_resource_${index}, harmattan_resource_${index}_end},\n")
  math(EXPR next "${index} + 1")
  set(index ${next} PARENT_SCOPE)
  set(asm "${asm}" PARENT_SCOPE)
  set(declarations "${declarations}" PARENT_SCOPE)
  set(rows "${rows}" PARENT_SCOPE)
  set(depends "${depends};${path}" PARENT_SCOPE)
endfunction()
foreach(file ${embedded_files})
  embed_one(${file} ${CMAKE_SOURCE_DIR}/${file})
endforeach()
foreach(font Sans-Regular Sans-Bold Sans-Italic SansArabic-Regular SansArabic-Bold SansAdlam-Regular SansAdlam-Bold
    SansNKo-Regular SansTifinagh-Regular)
  embed_one(fonts/Noto${font}.ttf ${noto_dir}/Noto${font}.ttf)
endforeach()
string(APPEND asm "    .section .note.GNU-stack,\"\",%progbits\n")
string(APPEND table "${declarations}\nextern const EmbeddedFile embedded_files[] = {\n${rows}};\n"
  "extern const std::size_t embedded_file_count = ${index};\n}  // namespace harmattan::base::detail\n")
file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/resources/resources.S CONTENT "${asm}" @ONLY)
file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/resources/resources.cpp CONTENT "${table}" @ONLY)
list(REMOVE_ITEM depends "")
set_source_files_properties(${CMAKE_BINARY_DIR}/resources/resources.S PROPERTIES OBJECT_DEPENDS "${depends}")
# ccache cannot see what .incbin reads: the assembler is called without it.
add_library(resources OBJECT ${CMAKE_BINARY_DIR}/resources/resources.S)
set_target_properties(resources PROPERTIES ASM_COMPILER_LAUNCHER "")
