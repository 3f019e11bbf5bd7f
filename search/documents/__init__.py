"""What is indexed: one document a resource, declared by the features that own the resources."""
