# The OpenGL loader, made at build time by Debian's glad (2.0.2). --reproducible keeps it off the network and
# its output the same on every machine. It is filled by eglGetProcAddress or glfwGetProcAddress, so it brings
# no loader of its own.
find_program(GLAD glad REQUIRED)
set(glad_dir ${CMAKE_BINARY_DIR}/glad)
set(glad_extensions GL_KHR_debug,GL_KHR_robustness)
add_custom_command(
  OUTPUT ${glad_dir}/src/gl.c ${glad_dir}/include/glad/gl.h ${glad_dir}/include/KHR/khrplatform.h
  COMMAND ${GLAD} --api gl:core=4.1 --extensions ${glad_extensions} --out-path ${glad_dir} --reproducible --quiet c
  COMMENT "Making the OpenGL 4.1 loader with glad"
  VERBATIM)
add_library(glad STATIC ${glad_dir}/src/gl.c ${glad_dir}/include/glad/gl.h)
target_include_directories(glad SYSTEM PUBLIC ${glad_dir}/include)
