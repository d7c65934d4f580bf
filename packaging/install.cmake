# What `cmake --install` puts where. Nothing installed holds the prefix: the program finds its files by its own place, so
# that the tree can be moved.
#
# Components: `program` is what the build makes of the program, `files` is what every package of it needs.

install(TARGETS kijun RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}" COMPONENT program)

# The packs, and beside them the schemas that their first lines name.
install(DIRECTORY rules/ DESTINATION "${CMAKE_INSTALL_DATADIR}/kijun/rules" COMPONENT files)

# The pages of the manual in English and Japanese, and the completions.
install(DIRECTORY "${PROJECT_BINARY_DIR}/reference/man/" DESTINATION "${CMAKE_INSTALL_MANDIR}" COMPONENT files)
foreach(completion IN ITEMS
    "bash|bash-completion/completions|kijun" "zsh|zsh/vendor-completions|_kijun" "fish|fish/vendor_completions.d|kijun.fish")
  string(REPLACE "|" ";" completion "${completion}")
  list(GET completion 0 shell)
  list(GET completion 1 folder)
  list(GET completion 2 name)
  install(FILES "${PROJECT_BINARY_DIR}/reference/completions/kijun.${shell}"
    DESTINATION "${CMAKE_INSTALL_DATADIR}/${folder}" RENAME "${name}" COMPONENT files)
endforeach()

# For CI services that take files from the machine, or whose users copy them.
install(DIRECTORY packaging/github-action packaging/gitlab DESTINATION "${CMAKE_INSTALL_DATADIR}/kijun/ci" COMPONENT files)

install(FILES README.md README.ja.md CHANGELOG.md LICENSE DESTINATION "${CMAKE_INSTALL_DOCDIR}" COMPONENT files)
install(DIRECTORY docs DESTINATION "${CMAKE_INSTALL_DOCDIR}" COMPONENT files)
install(FILES LICENSE DESTINATION "${CMAKE_INSTALL_DOCDIR}" RENAME copyright COMPONENT files)

# The static program in place of the other one, with the licences of what is linked into it.
if(TARGET kijun_static)
  install(TARGETS kijun_static RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}" COMPONENT static EXCLUDE_FROM_ALL)
  foreach(package IN ITEMS
      libc6-dev libcli11-dev libexpected-dev libfmt-dev libhowardhinnant-date-dev libintelrdfpmath-dev libmd-dev
      libre2-dev libsimdjson-dev libspdlog-dev libstdc++-12-dev libtomlplusplus-dev libutf8proc-dev libxlsxwriter-dev
      nlohmann-json3-dev zlib1g-dev)
    install(FILES "/usr/share/doc/${package}/copyright"
      DESTINATION "${CMAKE_INSTALL_DOCDIR}/licences" RENAME "${package}" COMPONENT static EXCLUDE_FROM_ALL)
  endforeach()
endif()

# The library: the headers of engine/library/include and no others, one archive, and what find_package(kijun) reads.
include(CMakePackageConfigHelpers)
set(package_folder "${CMAKE_INSTALL_LIBDIR}/cmake/kijun")
configure_package_config_file("${CMAKE_CURRENT_LIST_DIR}/kijunConfig.cmake.in" "${PROJECT_BINARY_DIR}/kijunConfig.cmake"
  INSTALL_DESTINATION "${package_folder}")
write_basic_package_version_file("${PROJECT_BINARY_DIR}/kijunConfigVersion.cmake" COMPATIBILITY SameMinorVersion)
install(TARGETS kijun_archive EXPORT kijunTargets
  ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}" COMPONENT library EXCLUDE_FROM_ALL)
install(EXPORT kijunTargets NAMESPACE kijun:: DESTINATION "${package_folder}" COMPONENT library EXCLUDE_FROM_ALL)
install(FILES "${PROJECT_BINARY_DIR}/kijunConfig.cmake" "${PROJECT_BINARY_DIR}/kijunConfigVersion.cmake"
  DESTINATION "${package_folder}" COMPONENT library EXCLUDE_FROM_ALL)
install(DIRECTORY engine/library/include/kijun DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}" COMPONENT library EXCLUDE_FROM_ALL)
