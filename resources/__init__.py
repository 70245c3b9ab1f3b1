"""Template, example, themes, icons, languages and help: data shipped with the program."""
