"""The parts pages are built from; they know how to look and to be used, never what a study is."""
