"""Training the TLUs of a layer: the panel, and what it is made of."""
