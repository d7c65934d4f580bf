# What `cmake --install` puts where. Nothing installed holds the prefix: the program finds its files by its own place, so
# that the tree can be moved.
#
# Components: `program` is what the build makes of the program, `files` is what every package of it needs.

install(TARGETS kijun RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}" COMPONENT program)

# The packs, and beside them the schemas that their first lines name.
install(DIRECTORY rules/ DESTINATION "${CMAKE_INSTALL_DATADIR}/kijun/rules" COMPONENT files)

install(FILES README.md README.ja.md CHANGELOG.md LICENSE DESTINATION "${CMAKE_INSTALL_DOCDIR}" COMPONENT files)
install(DIRECTORY docs DESTINATION "${CMAKE_INSTALL_DOCDIR}" COMPONENT files)
