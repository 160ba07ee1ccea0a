"""What changes programs and money; every function asks the permission itself."""
