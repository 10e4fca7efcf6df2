@echo off
dotnet run --project "%~dp0lib\Limpid.Cli" -- %*
