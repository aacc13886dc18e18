@echo off
rem UNTESTED: written for Windows, never run there. Starts Palimpsest with Java 25 or newer.
setlocal
set "APP=%~dp0.."
set "JAVA=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java.exe"
if "%JAVA%"=="java" (
  where java >nul 2>nul || (
    echo Palimpsest needs Java 25 or newer; none was found in JAVA_HOME or on the PATH. 1>&2
    exit /b 2
  )
)
"%JAVA%" "--module-path=%APP%\javafx" @JVM_FLAGS@ "-Dpalimpsest.home=%APP%" -cp "%APP%\lib\*" @MAIN@ %*
exit /b %ERRORLEVEL%
