// dotnet ef needs a program to start from; this one does nothing else. How to use it: docs/design.md.
return;
