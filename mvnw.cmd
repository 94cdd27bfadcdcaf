@echo off
setlocal
rem Runs Maven with a JDK that is new enough, fetching Maven itself the first time.
powershell -NoProfile -ExecutionPolicy Bypass -File "%~dp0.mvn\wrapper\mvnw.ps1" %*
exit /b %ERRORLEVEL%
