# kijun_static: the program of the same objects, linked with archives only, so that it runs on any x86-64 Linux. It is
# built where KIJUN_STATIC_LIBRARIES says where the archives are that Debian does not have.
if(KIJUN_STATIC_LIBRARIES)
  set(kijun_archives "")
  foreach(library IN ITEMS spdlog fmt simdjson xlsxwriter date-tz re2 utf8proc md bidgcc000 z)
    find_library(KIJUN_ARCHIVE_${library} NAMES "lib${library}.a" HINTS "${KIJUN_STATIC_LIBRARIES}/lib" REQUIRED)
    mark_as_advanced(KIJUN_ARCHIVE_${library})
    list(APPEND kijun_archives "${KIJUN_ARCHIVE_${library}}")
  endforeach()

  get_property(kijun_modules GLOBAL PROPERTY KIJUN_MODULES)
  add_executable(kijun_static engine/cli/main.cpp)
  foreach(module IN LISTS kijun_modules)
    target_sources(kijun_static PRIVATE "$<TARGET_OBJECTS:${module}>")
  endforeach()
  target_include_directories(kijun_static PRIVATE "${PROJECT_SOURCE_DIR}" "${PROJECT_BINARY_DIR}/generated")
  # An address space as random as that of the other program; glibc's part of it needs no name service and no locale.
  target_link_options(kijun_static PRIVATE -static-pie)
  target_link_libraries(kijun_static PRIVATE ${kijun_archives} kijun_warnings)
  set_target_properties(kijun_static PROPERTIES
    OUTPUT_NAME kijun
    RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/bin/static")
endif()
