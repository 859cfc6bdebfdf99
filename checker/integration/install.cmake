# SPDX-License-Identifier: GPL-2.0-only
# What `cmake --install` puts where, and the Debian package of it.
include(GNUInstallDirs)
set(made ${PROJECT_BINARY_DIR}/checker/options)
set(share ${CMAKE_INSTALL_DATAROOTDIR})

install(TARGETS vmalint RUNTIME)
install(FILES ${made}/vmalint.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${made}/vmalint.bash RENAME vmalint
	DESTINATION ${share}/bash-completion/completions)
install(FILES ${made}/_vmalint DESTINATION ${share}/zsh/vendor-completions)
install(FILES ${made}/vmalint.fish
	DESTINATION ${share}/fish/vendor_completions.d)
install(PROGRAMS
	${PROJECT_SOURCE_DIR}/checker/integration/nipa/vmalint/vmalint.sh
	DESTINATION ${share}/vmalint/nipa/vmalint)
install(FILES ${PROJECT_SOURCE_DIR}/checker/integration/nipa/vmalint/info.json
	DESTINATION ${share}/vmalint/nipa/vmalint)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/checker/integration/shards
	DESTINATION ${share}/vmalint USE_SOURCE_PERMISSIONS)
install(FILES ${PROJECT_SOURCE_DIR}/README.md ${PROJECT_SOURCE_DIR}/COPYING
	${PROJECT_SOURCE_DIR}/rules/DEFINITIONS.md
	${PROJECT_SOURCE_DIR}/checker/integration/ci.md
	${PROJECT_SOURCE_DIR}/checker/integration/editors.md
	DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES ${PROJECT_SOURCE_DIR}/checker/integration/README.md
	RENAME integration.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES
	${PROJECT_SOURCE_DIR}/testcases/program/vmalint-1.schema.json
	DESTINATION ${share}/vmalint)

# libclang is loaded when it is first needed, so that no tool sees that the
# program depends on it; the other package has clang's own headers.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME vmalint)
set(CPACK_PACKAGE_VENDOR vmalint)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_MAINTAINER "vmalint <vmalint@localhost>")
set(CPACK_DEBIAN_PACKAGE_SECTION devel)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libclang1-19, libclang-common-19-dev")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "git, sparse")
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
include(CPack)
