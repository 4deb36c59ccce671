"""A hostile world: sync clients, providers' names, damaged files, every system call."""
