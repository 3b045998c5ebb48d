"""The law watch: is every article that the rules cite still the one in force?"""
