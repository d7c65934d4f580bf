# `./dev package`: a .tar.gz with the static program, for any x86-64 Linux, and .deb packages of Debian 12 with the program
# that uses Debian's libraries. Each has its SHA-256 beside it.
set(CPACK_PACKAGE_NAME kijun)
set(CPACK_PACKAGE_VENDOR "the maintainers of kijun")
set(CPACK_PACKAGE_CONTACT "the maintainers of kijun <maintainers@kijun.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_RESOURCE_FILE_LICENSE "${PROJECT_SOURCE_DIR}/LICENSE")
set(CPACK_PACKAGE_CHECKSUM SHA256)
set(CPACK_PACKAGE_DIRECTORY "${PROJECT_BINARY_DIR}/packages")
set(CPACK_STRIP_FILES ON)
set(CPACK_VERBATIM_VARIABLES ON)
set(CPACK_GENERATOR TGZ DEB)
set(CPACK_PROJECT_CONFIG_FILE "${CMAKE_CURRENT_LIST_DIR}/package_contents.cmake")

set(CPACK_ARCHIVE_COMPONENT_INSTALL ON)
set(CPACK_ARCHIVE_FILE_NAME "kijun-${PROJECT_VERSION}-linux-x86_64")

set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME kijun)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SHLIBDEPS ON) # what the program is linked with, as Debian names it
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_PROGRAM_DESCRIPTION
"kijun audits a prefecture's survey of its municipalities against rules written
in TOML, and reports gaps, contradictions, what cannot be judged and what to ask
next, in Japanese and English.")

set(CPACK_DEBIAN_LIBRARY_PACKAGE_NAME libkijun-dev)
set(CPACK_DEBIAN_LIBRARY_PACKAGE_SECTION libdevel)
# What packaging/kijunConfig.cmake.in looks for.
string(CONCAT CPACK_DEBIAN_LIBRARY_PACKAGE_DEPENDS
  "libexpected-dev, libfmt-dev, libhowardhinnant-date-dev, libintelrdfpmath-dev, libmd-dev, libre2-dev, "
  "libsimdjson-dev, libutf8proc-dev, libxlsxwriter-dev, pkg-config, zlib1g-dev")
set(CPACK_DEBIAN_LIBRARY_DESCRIPTION "The engine of kijun for C++ programs: find_package(kijun) and <kijun/kijun.h>.")

include(CPack)
cpack_add_component_group(program)
cpack_add_component(program GROUP program)
cpack_add_component(files GROUP program)
cpack_add_component_group(library)
cpack_add_component(library GROUP library)
