"""What is public in the library as records for harvesters, each with the moment of its last change."""
