# There is nothing here.
# Nor here.
